// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/websocketconnection.h"

#include "server/io/socket/countingsocket.h"
#include "server/protocol/limits.h"
#include "server/push/websocket/wholetexts.h"

#include <QWebSocket>

#include <algorithm>
#include <array>
#include <utility>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto closeGrace = 2s;

} // namespace

WebSocketConnection::WebSocketConnection(QWebSocket *webSocket, io::CountingSocket *socket, const ClientFrames &frames,
                                         ledger::Account account, QObject *parent)
    : QObject(parent)
    , m_webSocket(webSocket)
    , m_frames(frames)
    , m_lastPing(std::chrono::steady_clock::now())
    , m_account(account)
    , m_socket(socket)
{
    webSocket->setParent(this);
    webSocket->setMaxAllowedIncomingFrameSize(protocol::maxWebSocketMessageBytes);
    webSocket->setMaxAllowedIncomingMessageSize(protocol::maxWebSocketMessageBytes);
    connect(webSocket, &QWebSocket::binaryMessageReceived, this, &WebSocketConnection::takeBinary);
    connect(webSocket, &QWebSocket::pong, this, [this](quint64, const QByteArray &payload) { takePong(payload); });
    // QWebSocket closes the socket right after this, even with unread input, and the peer would then lose the Close frame.
    connect(webSocket, &QWebSocket::aboutToClose, socket, &io::CountingSocket::lingerAtNextClose);
    connect(webSocket, &QWebSocket::aboutToClose, this, [this] {
        if (!std::exchange(m_isClosing, true))
            m_closeBegan = std::chrono::steady_clock::now();
    });
    connect(webSocket, &QWebSocket::disconnected, this, &WebSocketConnection::onDisconnected);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0 && !m_isClosing)
            onDrained();
    });
    // Called after QWebSocket's own slot, which was connected earlier. Not queued, because more may arrive in between.
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        socket->noteRead();
        socket->releaseBuffer(); // of a pong, for example, which arrives on each of thousands of idle sockets
    });
    connect(socket, &QObject::destroyed, this, [this] { m_socket = nullptr; });
    socket->noteRead();
    socket->releaseBuffer(); // of the handshake; at once, so that the next connection can use the same memory
    socket->setDirectReader(this);
}

WebSocketConnection::~WebSocketConnection()
{
    m_webSocket->disconnect(this);
    if (m_socket) {
        m_socket->setDirectReader(nullptr);
        m_socket->disconnect(this);
    }
    m_webSocket->abort(); // otherwise a socket with queued bytes would leak
}

//! Reads whole text frames, the usual input, past Qt's buffer and QWebSocket: saves a quarter of a message's cost outside the
//! kernel (tests/bench/README.md).
bool WebSocketConnection::readNow()
{
    if (m_isClosing || !m_socket || m_socket->hasUnread() || !m_frames.isBetweenMessages() || backlog() > protocol::maxBacklogBytes)
        return false;
    std::array<char, 4096> buffer; // larger input is left to QWebSocket
    const qint64 size = m_socket->look(buffer.data(), qint64(buffer.size()));
    if (size <= 0 || !areWholeTexts(QByteArrayView(buffer.data(), size)))
        return false;
    QByteArrayView bytes(buffer.data(), m_socket->receive(buffer.data(), size));
    m_frames.count(bytes);
    while (!bytes.isEmpty() && !m_isClosing)
        takeText(takeWholeText(bytes));
    if (m_isClosing)
        m_lateBytes += bytes.size();
    return true;
}

//! Examines new bytes before QWebSocket reads them.
void WebSocketConnection::watch(io::CountingSocket &socket)
{
    // Input may need an answer, if only a pong: a peer that reads no answers must not be served for ever.
    if (backlog() > protocol::maxBacklogBytes)
        close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be read; read faster."_s);
    QByteArray bytes = socket.peekNewBytes();
    if (m_isClosing) {
        m_lateBytes += bytes.size();
        m_frames.count(bytes);
        return;
    }
    if (const qsizetype changed = m_frames.take(bytes); changed > 0)
        socket.replaceNewBytes(QByteArrayView(bytes).first(changed));
    if (m_frames.isFaulty())
        closeFaulty();
}

void WebSocketConnection::closeFaulty()
{
    close(QWebSocketProtocol::CloseCodeProtocolError, u"A client's frames must be masked (RFC 6455 5.1)."_s);
}

void WebSocketConnection::takeBinary(const QByteArray &bytes)
{
    const bool wasText = m_frames.takeWasText();
    if (m_isClosing)
        return;
    if (wasText)
        takeText(bytes);
    else
        onBinary(bytes);
}

void WebSocketConnection::takeText(const QByteArray &bytes)
{
    if (bytes.isValidUtf8())
        onText(bytes);
    else
        close(QWebSocketProtocol::CloseCodeWrongDatatype, u"A text must be UTF-8 (RFC 6455 8.1)."_s);
}

void WebSocketConnection::takePong(const QByteArray &payload)
{
    if (!m_frames.takeWasClose())
        return;
    const CloseAnswer answer = answerToClose(payload);
    close(QWebSocketProtocol::CloseCode(answer.code), answer.reason);
}

void WebSocketConnection::checkClocks(std::chrono::steady_clock::time_point now)
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

void WebSocketConnection::ping(std::chrono::steady_clock::time_point now)
{
    m_lastPing = now;
    m_isAwaitingPong = true;
    m_bytesInAtPing = m_socket->bytesIn();
    m_taking = m_socket->bytesAcknowledged();
    m_webSocket->ping();
    m_bytesOutAtPing = m_socket->bytesOut();
}

//! A ping may wait behind much output of a slow reader, which is not silent as long as it takes any of it.
void WebSocketConnection::checkPong(std::chrono::steady_clock::time_point now)
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

void WebSocketConnection::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    m_closeBegan = std::chrono::steady_clock::now();
    m_webSocket->close(code, reason);
}

WebSocketConnection::Traffic WebSocketConnection::takeTraffic(bool isLast)
{
    const qint64 delivered = std::exchange(m_delivered, 0);
    const qint64 history = std::exchange(m_history, 0);
    if (!m_socket)
        return {{}, {}, delivered, history};
    // At the end, a relay still sends what it holds, unless its connection is gone.
    const bool willPass = isLast && m_socket->networkDescriptor() >= 0;
    const qint64 passed = willPass ? m_socket->bytesSent() : m_socket->bytesPassed();
    const qint64 up = m_socket->bytesIn() - m_opening.beforeUp - m_opening.up;
    // Bytes of HTTP before the opening may still be waiting to go out.
    const qint64 down = std::max<qint64>(passed - m_opening.beforeDown, 0);
    const qint64 handshake = std::min(down, m_opening.down);
    const qint64 payload = m_sentPayload.upTo(passed);
    const qint64 payloadUp = m_frames.payload();
    const qint64 control = m_sentPayload.apart();
    const Traffic now{{payloadUp, up - payloadUp, m_opening.up},
                      {payload, down - handshake - payload - control, handshake, 0, control},
                      delivered,
                      history};
    Traffic fresh = now;
    fresh.up -= m_taken.up;
    fresh.down -= m_taken.down;
    m_taken = now;
    // History counts as sent first, so that no counter has to be decreased.
    const qint64 old = std::min(m_historyPayload, fresh.down.payload);
    m_historyPayload -= old;
    fresh.down.payload -= old;
    fresh.down.history += old;
    return fresh;
}

void WebSocketConnection::countHistory(qint64 messages, qint64 payload)
{
    m_history += messages;
    m_historyPayload += payload;
}

void WebSocketConnection::write(const QByteArray &frames, qint64 payload)
{
    if (m_isClosing || !m_socket)
        return;
    if (m_socket->push(frames) == frames.size())
        m_sentPayload.wrote(frames, payload, m_socket->bytesOut(), m_socket->bytesPassed());
}

void WebSocketConnection::writeControl(const QByteArray &frames)
{
    if (m_isClosing || !m_socket)
        return;
    if (m_socket->push(frames) == frames.size())
        m_sentPayload.wroteApart(frames, m_socket->bytesOut(), m_socket->bytesPassed());
}

qint64 WebSocketConnection::backlog() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void WebSocketConnection::onDisconnected()
{
    m_isClosing = true;
    Q_EMIT closed();
}

} // namespace pushlab::push
