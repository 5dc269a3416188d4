// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/tcpserver.h"

#include "server/io/socket/countingsocket.h"

#include <QNetworkProxy>
#include <QSocketNotifier>

#include <chrono>
#include <optional>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#endif

namespace pushlab::io {

using namespace std::chrono_literals;

namespace {

constexpr int shedAtOnce = 256; // in one turn of the event loop
constexpr int acceptedAtOnce = 64;
constexpr auto retryPause = 50ms;

#ifdef Q_OS_UNIX

int acceptOne(int listener)
{
#ifdef Q_OS_LINUX
    return ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
#else
    const int descriptor = ::accept(listener, nullptr, nullptr);
    if (descriptor >= 0)
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
#endif
}

bool isForWantOfResources(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

#endif

} // namespace

TcpServer::TcpServer(AcceptHandler handler, QObject *parent) : QTcpServer(parent), m_handler(std::move(handler)), m_retry(this)
{
    setListenBacklogSize(backlog);
    setProxy(QNetworkProxy::NoProxy); // listens itself, whatever proxy the application uses to connect
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
    connect(&m_retry, &QTimer::timeout, this, &TcpServer::resume);
    connect(this, &QTcpServer::acceptError, this, &TcpServer::resumeAfterError);
}

TcpServer::~TcpServer()
{
    close();
}

bool TcpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!QTcpServer::listen(address, port))
        return false;
#ifdef Q_OS_UNIX
    // QTcpServer 6.4 remembers the first error of its socket, which soon is that no connection waits. It then does not report
    // that descriptors have run out, and spins because the socket stays ready. In a flood of connections its loop does not end,
    // either.
    pauseAccepting();
    m_arrivals = new QSocketNotifier(socketDescriptor(), QSocketNotifier::Read, this);
    connect(m_arrivals, &QSocketNotifier::activated, this, &TcpServer::acceptWaiting);
#endif
    return true;
}

void TcpServer::close()
{
    m_retry.stop();
    if (m_arrivals) {
        m_arrivals->setEnabled(false); // while the descriptor is still its own
        std::exchange(m_arrivals, nullptr)->deleteLater(); // it may be the sender of the signal being handled
    }
    QTcpServer::close();
}

//! Accepts some of the waiting connections; the others after other events had their turn.
void TcpServer::acceptWaiting()
{
#ifdef Q_OS_UNIX
    for (int i = 0; i < acceptedAtOnce && isListening(); ++i) {
        const int descriptor = acceptOne(int(socketDescriptor()));
        if (descriptor >= 0) {
            incomingConnection(descriptor);
        } else if (isForWantOfResources(errno)) {
            Q_EMIT acceptError(QAbstractSocket::SocketResourceError);
            return;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } // all other errors concern a connection that has broken meanwhile
    }
#endif
}

void TcpServer::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<CountingSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return; // not for the listening descriptor
    socket->tuneForServing();
    const bool isTaken = (!m_conditioner.isOn() || m_conditioner.take(*socket, LinkConditioner::Age::New))
        && (!m_tls || m_tls->take(*socket));
    if (!isTaken) {
        Q_EMIT connectionsShed(1);
        return;
    }
    m_handler(std::move(socket));
}

//! Accepting goes on after every error.
void TcpServer::resumeAfterError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::SocketResourceError) {
        const std::optional<int> shed = m_reserve.shedConnections(socketDescriptor(), shedAtOnce);
        if (!shed) {
            // Nothing can be done for now; accepting at once would spin, because the listening socket stays ready.
            if (m_arrivals)
                m_arrivals->setEnabled(false);
            m_retry.start();
            return;
        }
        if (*shed > 0) // 0: a waiting connection closed by itself took the descriptor
            Q_EMIT connectionsShed(*shed);
    }
    resume();
}

void TcpServer::resume()
{
    if (m_arrivals)
        m_arrivals->setEnabled(true);
    else if (isListening())
        resumeAccepting();
}

} // namespace pushlab::io
