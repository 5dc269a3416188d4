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

//! Accepts the connections of a whole class at once, and hands over each as a CountingSocket that is tuned for serving. It keeps
//! no queue of pending connections: newConnection() is not emitted. When the process has no descriptor left it closes newcomers
//! instead of letting them wait, and goes on accepting. Lives in the thread of its owner.
class TcpServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TcpServer)

public:
    //! Receives a connected socket without a parent, whose readyRead() has not been emitted yet. May close the server.
    using AcceptHandler = std::function<void(std::unique_ptr<CountingSocket>)>;

    static constexpr int backlog = 4096; //!< connections that the kernel may queue; a class arrives in one second

    explicit TcpServer(AcceptHandler handler, QObject *parent = nullptr);
    ~TcpServer() override;

    //! As QTcpServer::listen() and close(), which are not virtual.
    bool listen(const QHostAddress &address, quint16 port = 0);
    void close();

    //! The conditioner of new connections, which is off by default.
    [[nodiscard]] LinkConditioner &conditioner() { return m_conditioner; }
    [[nodiscard]] const LinkConditioner &conditioner() const { return m_conditioner; }

    //! From now on new connections are to use TLS.
    void setTls(std::unique_ptr<TlsTerminator> terminator) { m_tls = std::move(terminator); }
    [[nodiscard]] const TlsTerminator *tls() const { return m_tls.get(); } //!< null while TLS is off
    [[nodiscard]] TlsTerminator *tls() { return m_tls.get(); }

Q_SIGNALS:
    //! \a count newcomers were closed without being served, because no descriptor was left.
    void connectionsShed(int count);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptWaiting();
    void resumeAfterError(QAbstractSocket::SocketError error);
    void resume();

    AcceptHandler m_handler;
    LinkConditioner m_conditioner; // outermost, so that TLS handshakes are slowed, too
    std::unique_ptr<TlsTerminator> m_tls;
    ReserveDescriptor m_reserve;
    QSocketNotifier *m_arrivals = nullptr; //!< activated when a connection waits; null where QTcpServer handles that itself
    QTimer m_retry; // runs while connections can be neither accepted nor closed
};

} // namespace pushlab::io
