// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/tcpserver.h"

#include "server/io/countingsocket.h"

#include <QNetworkProxy>

#include <chrono>

namespace pushlab::io {

using namespace std::chrono_literals;

namespace {

constexpr int shedAtOnce = 256; // one turn of the event loop
constexpr int acceptedAtOnce = 64;
constexpr int usualPending = 30; // Qt's own; nothing is ever pending here
constexpr auto retryPause = 50ms;

} // namespace

TcpServer::TcpServer(AcceptHandler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
    , m_retry(this)
{
    setListenBacklogSize(backlog);
    setProxy(QNetworkProxy::NoProxy); // it listens itself, whatever the application uses to connect
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
    connect(&m_retry, &QTimer::timeout, this, &TcpServer::resume);
    connect(this, &QTcpServer::acceptError, this, &TcpServer::goOnAfterError);
}

TcpServer::~TcpServer() = default;

void TcpServer::incomingConnection(qintptr descriptor)
{
    // QTcpServer accepts until nobody waits: in a flood that is never. Others have their turn in between.
    if (++m_acceptedThisTurn == acceptedAtOnce) {
        setMaxPendingConnections(0);
        QMetaObject::invokeMethod(this, &TcpServer::nextTurn, Qt::QueuedConnection); // behind what waits already
    }
    auto socket = std::make_unique<CountingSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return; // not for a descriptor that was just accepted
    socket->tuneForServing();
    const bool isTaken = (!m_conditioner.isOn() || m_conditioner.take(*socket, LinkConditioner::Age::New)) && (!m_tls || m_tls->take(*socket));
    if (!isTaken) {
        Q_EMIT connectionsShed(1);
        return;
    }
    m_handler(std::move(socket));
}

//! QTcpServer stops accepting at any error; none of them is a reason to.
void TcpServer::goOnAfterError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::SocketResourceError) {
        const int shed = m_reserve.shedConnections(socketDescriptor(), shedAtOnce);
        if (shed == 0) {
            // Nothing helps for now; accepting at once would spin, as the listening socket stays ready.
            m_retry.start();
            return;
        }
        Q_EMIT connectionsShed(shed);
    }
    resume();
}

void TcpServer::nextTurn()
{
    m_acceptedThisTurn = 0;
    setMaxPendingConnections(usualPending);
    resume();
}

void TcpServer::resume()
{
    if (isListening())
        resumeAccepting();
}

} // namespace pushlab::io
