// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/incrementalsweep.h"
#include "server/http/upgradehandler.h"
#include "server/push/context.h"
#include "server/push/techniquehandler.h"
#include "server/push/websocket/clientframes.h"
#include "server/push/websocket/framecache.h"
#include "server/push/websocket/handshake.h"
#include "server/push/websocket/websocketconnection.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWebSocketServer>

#include <chrono>
#include <unordered_set>

namespace pushlab::io {
class LinkConditioner;
}

namespace pushlab::push {

//! Takes connections with a valid WebSocket handshake from the HTTP server, passes them through QWebSocketServer, and owns the
//! resulting sockets. Owned by the server; server's thread.
class WebSocketGateway final : public QObject, public http::UpgradeHandler, public TechniqueHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketGateway)

public:
    explicit WebSocketGateway(const Context &context, QObject *parent = nullptr);
    ~WebSocketGateway() override;

    [[nodiscard]] bool isUpgrade(const http::Request &request) const override;
    [[nodiscard]] std::variant<http::Takeover, http::Response> check(const http::Request &request, const http::Peer &peer) override;

    void record() override;
    void recordSegments() override;

    void passSockets(io::LinkConditioner &conditioner) const override;

    void showSockets(const std::function<void(const OpenSocket &)> &viewer) const override;

    //! Closes with 1013 (try again later).
    void closeMembers(const QString &reason) override;

    void forgetEncoded() override { m_frames.forget(); }

    //! Closes with 1001 (going away).
    void stop() override;
    [[nodiscard]] bool isStopped() const override { return m_connections.empty(); }

private:
    //! A handshake that is in order.
    struct Handshake
    {
        SocketTarget target;
        room::MemberIdentity identity; //!< unless it is an echo
        QByteArray key; //!< of which QWebSocketServer makes the accept value
    };
    //! A connection whose handshake QWebSocketServer has yet to answer.
    struct Pending
    {
        Handshake handshake;
        QPointer<io::CountingSocket> socket;
        ClientFrames frames;
        QByteArray early; //!< bytes that arrived with the handshake
        WebSocketConnection::Opening opening;
        std::chrono::steady_clock::time_point since;
    };
    using PeerKey = std::pair<QHostAddress, quint16>;

    void take(const Handshake &handshake, io::CountingSocket *socket, qint64 headSize);
    void openPending();
    void open(QWebSocket *webSocket, const Pending &pending);
    void onBytes(io::CountingSocket *socket);
    void record(WebSocketConnection &connection, bool isLast);
    void recordSegments(WebSocketConnection &connection);
    void drop(const Pending &pending);
    void remove(WebSocketConnection *connection);
    void visit(WebSocketConnection &connection, std::chrono::steady_clock::time_point now);
    void sweep();

    Context m_context;
    QWebSocketServer m_server;
    FrameCache m_frames;
    QHash<PeerKey, Pending> m_pending; // found by peer, because QWebSocket does not reveal the socket below it
    QHash<io::CountingSocket *, WebSocketConnection *> m_bySocket;
    std::unordered_set<WebSocketConnection *> m_connections;
    base::IncrementalSweep<WebSocketConnection> m_sweep; // checks the connections' timeouts
    QTimer m_sweepTimer;
    quint64 m_anonymous = 0; //!< number of tutorial clients so far
};

} // namespace pushlab::push
