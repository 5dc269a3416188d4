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

constexpr int shedAtOnce = 256; // one turn of the event loop
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
    setProxy(QNetworkProxy::NoProxy); // it listens itself, whatever the application uses to connect
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
    // QTcpServer 6.4 keeps the first error of its socket, which soon is that nobody waits any more: of a later one, that
    // there are no descriptors, it says nothing, and spins, as the socket stays ready. Nor does it ever end in a flood.
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
        std::exchange(m_arrivals, nullptr)->deleteLater(); // it may be what calls
    }
    QTcpServer::close();
}

//! Some of those who wait; the others after everybody else has had a turn.
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
        } // every other error is that of a connection which has broken meanwhile
    }
#endif
}

void TcpServer::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<CountingSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return; // not for a descriptor that was just accepted
    socket->tuneForServing();
    const bool isTaken = (!m_conditioner.isOn() || m_conditioner.take(*socket, LinkConditioner::Age::New))
        && (!m_tls || m_tls->take(*socket));
    if (!isTaken) {
        Q_EMIT connectionsShed(1);
        return;
    }
    m_handler(std::move(socket));
}

//! No error is a reason to stop accepting.
void TcpServer::resumeAfterError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::SocketResourceError) {
        const std::optional<int> shed = m_reserve.shedConnections(socketDescriptor(), shedAtOnce);
        if (!shed) {
            // Nothing helps for now; accepting at once would spin, as the listening socket stays ready.
            if (m_arrivals)
                m_arrivals->setEnabled(false);
            m_retry.start();
            return;
        }
        if (*shed > 0) // else the last descriptor went to the last who waited
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
