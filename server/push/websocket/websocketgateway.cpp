// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/websocketgateway.h"

#include "server/io/link/linkconditioner.h"
#include "server/io/socket/countingsocket.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/push/websocket/chatsocket.h"
#include "server/push/websocket/echosocket.h"

#include <QWebSocket>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto handshakeTime = 10s;
// QWebSocket waits for a whole frame: a read buffer below the frame limit would stall it.
constexpr qint64 readBuffer = protocol::maxWebSocketMessageBytes + 64 * 1024;

//! What is left of a handshake that has been checked: QWebSocketServer drops some that are in order, without an answer,
//! for a line over 8 KB (a long Cookie) or 100 fields.
QByteArray plainHandshake(const QByteArray &key)
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: "
        + key + "\r\n\r\n";
}

} // namespace

WebSocketGateway::WebSocketGateway(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_server(u"PushLab"_s, QWebSocketServer::NonSecureMode)
    , m_sweep(m_connections, 1s, [this](WebSocketConnection &connection, auto now) { visit(connection, now); })
{
    // Direct, because a frame right behind the handshake is emitted before any queued slot runs.
    connect(&m_server, &QWebSocketServer::newConnection, this, &WebSocketGateway::openPending);
    connect(&m_sweepTimer, &QTimer::timeout, this, &WebSocketGateway::sweep);
    m_sweepTimer.start(1s);
}

WebSocketGateway::~WebSocketGateway()
{
    while (!m_connections.empty()) {
        WebSocketConnection *const connection = *m_connections.begin();
        m_connections.erase(m_connections.begin());
        delete connection;
    }
}

bool WebSocketGateway::isUpgrade(const http::Request &request) const
{
    return isWebSocketRequest(request);
}

std::variant<http::Takeover, http::Response> WebSocketGateway::check(const http::Request &request, const http::Peer &peer)
{
    auto read = readHandshake(request);
    if (auto *const refusal = std::get_if<http::Response>(&read))
        return std::move(*refusal);
    Handshake handshake{std::get<SocketTarget>(std::move(read)), {}, request.field("Sec-WebSocket-Key").toByteArray()};
    const SocketTarget &target = handshake.target;
    if (!target.isEcho) {
        handshake.identity = apiIdentity(target.member, target.name, peer.text, m_context.admission.isTeacher(request));
        auto entered = enterRoom(m_context, target.room, handshake.identity);
        if (auto *const refusal = std::get_if<http::Response>(&entered))
            return std::move(*refusal);
    }
    return [this, handshake = std::move(handshake)](io::CountingSocket *socket, qint64 headSize) {
        take(handshake, socket, headSize);
    };
}

void WebSocketGateway::take(const Handshake &handshake, io::CountingSocket *socket, qint64 headSize)
{
    Pending pending;
    pending.handshake = handshake;
    pending.socket = socket;
    pending.since = std::chrono::steady_clock::now();
    pending.opening = {socket->bytesIn() - socket->bytesAvailable() - headSize, socket->bytesOut(), headSize, 0};
    // QWebSocket 6.4 would read and emit frames behind the handshake before newConnection(); they are held back until then.
    pending.early = socket->readAll();
    (void)pending.frames.take(pending.early);
    socket->putBack(plainHandshake(handshake.key));
    const PeerKey key(socket->peerAddress(), socket->peerPort());
    m_pending.insert(key, pending);
    socket->setReadBufferSize(readBuffer);
    // Connected before handleConnection(), so that it runs before QWebSocket's own slot has read the bytes.
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
    connect(socket, &io::CountingSocket::discarding, this, [this, socket] { onBytes(socket); });
    m_server.handleConnection(socket);
}

void WebSocketGateway::onBytes(io::CountingSocket *socket)
{
    if (WebSocketConnection *const connection = m_bySocket.value(socket)) {
        if (connection->isWatching())
            connection->watch(*socket);
        return;
    }
    const auto pending = m_pending.find({socket->peerAddress(), socket->peerPort()});
    if (pending == m_pending.end() || socket->newBytes() == 0)
        return;
    QByteArray bytes = socket->peekNewBytes();
    if (const qsizetype changed = pending->frames.take(bytes); changed > 0)
        socket->replaceNewBytes(QByteArrayView(bytes).first(changed));
}

void WebSocketGateway::openPending()
{
    while (QWebSocket *const webSocket = m_server.nextPendingConnection()) {
        const auto found = m_pending.constFind({webSocket->peerAddress(), webSocket->peerPort()});
        if (found == m_pending.cend()) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        const Pending pending = *found;
        m_pending.erase(found);
        if (!pending.socket)
            continue;
        // QWebSocketServer would search all its sockets whenever one disconnects, to delete it: with 10,000 disconnecting at once
        // that takes seconds.
        pending.socket->disconnect(&m_server);
        connect(pending.socket, &QTcpSocket::disconnected, pending.socket, &QObject::deleteLater);
        open(webSocket, pending);
    }
}

void WebSocketGateway::open(QWebSocket *webSocket, const Pending &pending)
{
    WebSocketConnection *connection = nullptr;
    WebSocketConnection::Opening opening = pending.opening;
    opening.down = pending.socket->bytesOut() - opening.beforeDown; // the answer, and nothing yet behind it
    const SocketTarget &target = pending.handshake.target;
    room::Room *const room = target.isEcho ? nullptr : m_context.shard.open(target.room);
    if (target.isEcho) {
        connection = new EchoSocket(webSocket, pending.socket.data(), pending.frames, ledger::Account::Other, this);
    } else if (room) {
        room::MemberIdentity identity = pending.handshake.identity;
        if (target.member.isEmpty())
            identity.key = "w:" + QByteArray::number(++m_anonymous);
        connection = new ChatSocket({webSocket, pending.socket, pending.frames, *room, identity}, target, m_context, m_frames, this);
    } else {
        drop(pending);
        webSocket->close(QWebSocketProtocol::CloseCode(1013), u"The host has as many rooms as it can hold."_s);
        webSocket->deleteLater();
        return;
    }
    connection->setOpening(opening);
    m_connections.insert(connection);
    m_bySocket.insert(pending.socket, connection);
    if (connection->account() == ledger::Account::Other) {
        m_context.ledger.addConnection(ledger::Account::Other);
        ++m_context.ledger.other().requests;
    }
    connect(connection, &WebSocketConnection::closed, this, [this, connection] { remove(connection); });
    if (pending.frames.isFaulty()) {
        connection->closeFaulty();
    } else if (!pending.early.isEmpty()) {
        pending.socket->putBack(pending.early);
        Q_EMIT pending.socket->readyRead();
    }
}

void WebSocketGateway::passSockets(io::LinkConditioner &conditioner) const
{
    const auto pass = [&conditioner](io::CountingSocket *socket) {
        if (socket)
            (void)conditioner.apply(*socket); // (void): without descriptors the socket stays as fast as it is
    };
    for (const WebSocketConnection *const connection : m_connections)
        pass(connection->socket());
    for (const Pending &pending : m_pending)
        pass(pending.socket);
}

void WebSocketGateway::showSockets(const std::function<void(const OpenSocket &)> &viewer) const
{
    for (const WebSocketConnection *const connection : m_connections) {
        if (connection->socket())
            viewer({*connection->socket(), quint8(connection->account()), connection->usage(), connection->m_frames.decoder()});
    }
}

void WebSocketGateway::record()
{
    for (WebSocketConnection *const connection : m_connections)
        record(*connection, false);
}

void WebSocketGateway::record(WebSocketConnection &connection, bool isLast)
{
    const WebSocketConnection::Traffic traffic = connection.takeTraffic(isLast);
    m_context.ledger.addBytes(connection.account(), traffic.up, traffic.down);
    if (ledger::Usage *const usage = m_context.shard.usage().find(connection.usage())) {
        usage->up += traffic.up;
        usage->down += traffic.down;
        usage->delivered += traffic.delivered;
        usage->history += traffic.history;
    }
}

void WebSocketGateway::recordSegments()
{
    for (WebSocketConnection *const connection : m_connections)
        recordSegments(*connection);
}

void WebSocketGateway::recordSegments(WebSocketConnection &connection)
{
    if (!connection.socket() || connection.account() == ledger::Account::Other)
        return;
    const base::TcpTraffic traffic = connection.socket()->takeSegments();
    const ledger::TcpIpCounters segments{traffic.segmentsIn, traffic.segmentsOut, traffic.bytesIn, traffic.bytesOut};
    m_context.ledger.addSegments(connection.account(), segments);
    if (ledger::Usage *const usage = m_context.shard.usage().find(connection.usage()))
        usage->tcpIp += segments;
}

//! Drops an opening that did not become a WebSocket; its bytes count for no technique.
void WebSocketGateway::drop(const Pending &pending)
{
    m_context.ledger.addBytes(ledger::Account::Other, {pending.frames.payload(), 0, pending.opening.up}, {});
}

void WebSocketGateway::remove(WebSocketConnection *connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    record(*connection, true);
    recordSegments(*connection);
    m_bySocket.remove(connection->socket());
    connection->deleteLater();
}

void WebSocketGateway::visit(WebSocketConnection &connection, std::chrono::steady_clock::time_point now)
{
    record(connection, false);
    connection.checkClocks(now);
}

void WebSocketGateway::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    m_pending.removeIf([this, now](QHash<PeerKey, Pending>::iterator pending) {
        if (now - pending->since <= handshakeTime)
            return false;
        drop(*pending);
        if (pending->socket)
            pending->socket->deleteLater(); // which also closes it
        return true;
    });
}

void WebSocketGateway::closeMembers(const QString &reason)
{
    for (WebSocketConnection *const connection : std::vector<WebSocketConnection *>(m_connections.begin(), m_connections.end())) {
        const auto *const chat = qobject_cast<ChatSocket *>(connection);
        if (!chat || !chat->identity().isTeacher)
            connection->close(QWebSocketProtocol::CloseCode(1013), reason);
    }
}

void WebSocketGateway::stop()
{
    for (WebSocketConnection *const connection : std::vector<WebSocketConnection *>(m_connections.begin(), m_connections.end()))
        connection->close(QWebSocketProtocol::CloseCodeGoingAway, u"The host is stopping."_s);
}

} // namespace pushlab::push
