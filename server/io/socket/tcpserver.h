// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/link/linkconditioner.h"
#include "server/io/socket/reservedescriptor.h"
#include "server/io/tls/tlsterminator.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace pushlab::io {

class CountingSocket;

//! Listens for a whole class at once, and hands over each connection as a CountingSocket that is tuned for serving. It
//! keeps no queue of pending connections: newConnection() says nothing here. When the process has no descriptor left it
//! closes newcomers instead of letting them wait, and goes on accepting. Lives in the thread of its owner.
class TcpServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TcpServer)

public:
    //! Gets a connected socket without a parent, whose readyRead() has not been emitted yet. May close the server.
    using AcceptHandler = std::function<void(std::unique_ptr<CountingSocket>)>;

    static constexpr int backlog = 4096; //!< connections that the kernel may hold; a class arrives in one second

    explicit TcpServer(AcceptHandler handler, QObject *parent = nullptr);
    ~TcpServer() override;

    //! As those of QTcpServer, which are not virtual.
    bool listen(const QHostAddress &address, quint16 port = 0);
    void close();

    //! What newcomers pass through; off unless it is told otherwise.
    [[nodiscard]] LinkConditioner &conditioner() { return m_conditioner; }
    [[nodiscard]] const LinkConditioner &conditioner() const { return m_conditioner; }

    //! From now on newcomers are to speak TLS.
    void setTls(std::unique_ptr<TlsTerminator> terminator) { m_tls = std::move(terminator); }
    [[nodiscard]] const TlsTerminator *tls() const { return m_tls.get(); } //!< null while it is off
    [[nodiscard]] TlsTerminator *tls() { return m_tls.get(); }

Q_SIGNALS:
    //! So many newcomers were closed unserved, for want of descriptors.
    void connectionsShed(int count);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptWaiting();
    void resumeAfterError(QAbstractSocket::SocketError error);
    void resume();

    AcceptHandler m_handler;
    LinkConditioner m_conditioner; // outermost: handshakes, too, take their time
    std::unique_ptr<TlsTerminator> m_tls;
    ReserveDescriptor m_reserve;
    QSocketNotifier *m_arrivals = nullptr; //!< tells that somebody waits; null where QTcpServer looks after it itself
    QTimer m_retry; // runs while nothing can be accepted, nor closed
};

} // namespace pushlab::io
