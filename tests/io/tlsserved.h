// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/socket/countingsocket.h"
#include "server/io/socket/tcpserver.h"
#include "server/io/tls/tlsterminator.h"
#include "server/tls/tlsidentity.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace pushlab::tests {

//! Bytes that show their position in the stream.
[[nodiscard]] QByteArray pattern(qint64 size);

//! The number of open descriptors of this process; 0 where the system does not tell.
[[nodiscard]] int openDescriptors();

//! A server on loopback, with TLS between network and sockets.
class TlsServed final
{
    Q_DISABLE_COPY_MOVE(TlsServed)

public:
    explicit TlsServed(const tls::TlsIdentity &identity, const io::TlsTerminator::Limits &limits = {});

    //! The newest one.
    [[nodiscard]] io::CountingSocket *socket() const { return sockets.empty() ? nullptr : sockets.back().get(); }
    [[nodiscard]] quint16 port() const { return server.serverPort(); }
    [[nodiscard]] int relays() const { return m_terminator->relayCount(); }
    [[nodiscard]] int handshakes() const { return m_terminator->handshakeCount(); } //!< in progress

    io::TlsCosts costs; //!< so far
    std::vector<std::unique_ptr<io::CountingSocket>> sockets;
    io::TcpServer server;

private:
    void take(std::unique_ptr<io::CountingSocket> socket);
    void count(const io::TlsCosts &more);

    io::TlsTerminator *m_terminator = nullptr;
};

} // namespace pushlab::tests
