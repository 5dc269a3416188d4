// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/socketlink.h"

#include "server/io/countingsocket.h"
#include "server/protocol/limits.h"

#include <QWebSocket>

#include <algorithm>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto closeGrace = 2s;

} // namespace

bool isClientFrameAllowed(const protocol::FrameHeader &header)
{
    return header.isMasked; // RFC 6455 5.1; QWebSocket 6.4 takes unmasked frames
}

SocketLink::SocketLink(QWebSocket *webSocket, io::CountingSocket *socket, const protocol::FrameDecoder &decoder, QObject *parent)
    : QObject(parent), m_webSocket(webSocket), m_socket(socket), m_decoder(decoder), m_lastPing(std::chrono::steady_clock::now())
{
    webSocket->setParent(this);
    webSocket->setMaxAllowedIncomingFrameSize(protocol::maxWebSocketMessageBytes);
    webSocket->setMaxAllowedIncomingMessageSize(protocol::maxWebSocketMessageBytes);
    connect(webSocket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (!m_isClosing)
            onText(text);
    });
    connect(webSocket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        if (!m_isClosing)
            onBinary(bytes);
    });
    // QWebSocket closes the socket right after this, whatever is unread: the peer would lose the Close frame.
    connect(webSocket, &QWebSocket::aboutToClose, socket, &io::CountingSocket::lingerAtNextClose);
    connect(webSocket, &QWebSocket::aboutToClose, this, [this] {
        if (!std::exchange(m_isClosing, true))
            m_closeBegan = std::chrono::steady_clock::now();
    });
    connect(webSocket, &QWebSocket::disconnected, this, &SocketLink::onDisconnected);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0 && !m_isClosing)
            onDrained();
    });
    // Queued, as QWebSocket's own slot is, and behind it, because that one was connected before.
    connect(socket, &QTcpSocket::readyRead, socket, &io::CountingSocket::noteRead, Qt::QueuedConnection);
    socket->noteRead();
}

SocketLink::~SocketLink()
{
    m_webSocket->disconnect(this);
    if (m_socket)
        m_socket->disconnect(this);
    m_webSocket->abort(); // else a socket with bytes still queued is leaked
}

void SocketLink::watch(QByteArrayView bytes)
{
    // Whatever comes may call for an answer, be it only a pong: who reads none of them is not listened to for ever.
    if (backlog() > protocol::maxBacklogBytes)
        close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be read; read faster."_s);
    while (!bytes.isEmpty() && !m_isClosing) {
        const auto header = m_decoder.next(bytes);
        if (header && !isClientFrameAllowed(*header))
            close(QWebSocketProtocol::CloseCodeProtocolError, u"A client's frames must be masked (RFC 6455 5.1)."_s);
    }
}

void SocketLink::checkClocks(std::chrono::steady_clock::time_point now)
{
    if (m_isClosing || !m_socket) {
        if (now - m_closeBegan > closeGrace)
            m_webSocket->abort();
    } else if (m_isAwaitingPong) {
        checkPong(now);
    } else if (now - m_lastPing > protocol::pingInterval) {
        ping(now);
    }
}

void SocketLink::ping(std::chrono::steady_clock::time_point now)
{
    m_lastPing = now;
    m_isAwaitingPong = true;
    m_bytesInAtPing = m_socket->bytesIn();
    m_taking = m_socket->bytesAcknowledged();
    m_webSocket->ping();
    m_bytesOutAtPing = m_socket->bytesOut();
}

//! A ping may wait behind much that a slow reader has yet to take: as long as it takes any of it, it is not silent.
void SocketLink::checkPong(std::chrono::steady_clock::time_point now)
{
    const qint64 taken = std::min(m_socket->bytesAcknowledged(), m_bytesOutAtPing);
    if (m_socket->bytesIn() != m_bytesInAtPing) {
        m_isAwaitingPong = false;
    } else if (taken != m_taking) {
        m_taking = taken;
        m_lastPing = now;
    } else if (now - m_lastPing > protocol::pongTimeout) {
        m_webSocket->abort();
    }
}

void SocketLink::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    m_closeBegan = std::chrono::steady_clock::now();
    m_webSocket->close(code, reason);
}

io::CountingSocket *SocketLink::socket() const
{
    return m_socket;
}

SocketLink::Bytes SocketLink::takeBytes()
{
    if (!m_socket)
        return {};
    // Never back: what HTTP had counted before the handshake may still have been on its way out.
    const Bytes now{m_socket->bytesIn(), std::max(m_socket->bytesSent(), m_taken.down)};
    const Bytes fresh{now.up - m_taken.up, now.down - m_taken.down};
    m_taken = now;
    return fresh;
}

void SocketLink::write(const QByteArray &frames)
{
    if (!m_isClosing && m_socket)
        m_socket->write(frames);
}

qint64 SocketLink::backlog() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void SocketLink::onDisconnected()
{
    m_isClosing = true;
    Q_EMIT closed();
}

} // namespace pushlab::push
