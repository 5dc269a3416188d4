// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/incrementalsweep.h"
#include "server/http/answerframer.h"
#include "server/http/hostguard.h"
#include "server/http/httplimits.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/router.h"
#include "server/http/trafficobserver.h"
#include "server/http/trustedproxies.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>

namespace pushlab::io {
class CountingSocket;
class LinkConditioner;
class TcpServer;
class TlsContext;
struct LinkConditions;
}

namespace pushlab::http {

class Connection;
class RequestParser;
class UpgradeHandler;
struct CachedRequest;

//! HTTP/1.1 on one port: accepts, keeps the clocks and the bounds, routes. Knows nothing of chat. Server's thread.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    //! \a observer must outlive the server.
    HttpServer(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer, QObject *parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] Router &router() { return m_router; }
    void setUpgradeHandler(UpgradeHandler *handler) { m_upgrades = handler; } //!< must outlive the server

    //! How slow a network the host pretends to have: holds for new connections and, but for the round trip of their opening,
    //! for those that are open. \a groups have conditions of their own, in force from a connection's first request of that
    //! group on. Sockets that were handed over are their owner's to pass to conditioner().
    void setLinkConditions(const io::LinkConditions &conditions, const QHash<QString, io::LinkConditions> &groups = {});
    //! Names the group of connections to which a request says that its own belongs; empty: it says nothing.
    void setLinkGroups(std::function<QString(const Request &)> groupOf) { m_groupOf = std::move(groupOf); }
    [[nodiscard]] io::LinkConditioner &conditioner();

    //! From now on connections are to speak TLS, with that certificate; a client that does not is told so.
    void setTls(std::shared_ptr<const io::TlsContext> context);

    //! Believes what \a proxies say of those for whom they pass requests on. Before it listens.
    void setTrustedProxies(TrustedProxies proxies) { m_proxies = std::move(proxies); }

    //! An error in words; empty when it listens.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QAbstractSocket::SocketError listenError() const; //!< of the last listen()
    [[nodiscard]] quint16 port() const;

    //! Accepts no more and ends every connection as soon as its answer is out.
    void shutDown();
    [[nodiscard]] int connectionCount() const; //!< open ones, those that were handed over included
    [[nodiscard]] int httpConnectionCount() const { return int(m_connections.size()); }
    //! Has the TCP segments of open connections recorded up to now.
    void recordSegments();
    //! Whether a peer from another machine has connected since the start.
    [[nodiscard]] bool sawOtherMachine() const { return m_sawOtherMachine; }

Q_SIGNALS:
    void drained(); //!< after shutDown(): the last HTTP connection has gone

private:
    friend class Connection;
    friend class StreamResponder;

    //! Open sockets, those that were handed over included.
    struct SocketCount
    {
        QHash<QHostAddress, int> perAddress;
        int total = 0;

        void add(const QHostAddress &address) { ++perAddress[address]; }
        void remove(const QHostAddress &address);
    };
    class SocketLease;

    void accept(std::unique_ptr<io::CountingSocket> socket);
    [[nodiscard]] std::shared_ptr<SocketLease> countSocket(const QHostAddress &peer);
    [[nodiscard]] std::optional<Response> overLimit(const QHostAddress &peer) const;
    [[nodiscard]] bool isHeard(const QHostAddress &peer) const;
    [[nodiscard]] bool isLimitedByAddress(const QHostAddress &peer) const;
    [[nodiscard]] int roomForConnections() const;
    void sweep();
    void makeRoom(std::chrono::steady_clock::time_point now);
    void releaseMemory();

    // For connections.
    [[nodiscard]] const HttpLimits &limits() const { return m_limits; }
    [[nodiscard]] QByteArray framed(const Response &response, const Framing &framing)
    {
        return m_framer.frame(response, framing);
    }
    //! One for a request that begins: most come in one piece, and leave it to the next.
    [[nodiscard]] std::unique_ptr<RequestParser> lendParser();
    void takeBackParser(std::unique_ptr<RequestParser> parser);
    [[nodiscard]] QByteArray &scratch() { return m_scratch; }
    [[nodiscard]] bool isUpgrade(const Request &request) const;
    [[nodiscard]] std::optional<Response> refuseUpgrade(const Request &request, const Connection &connection, bool isComplete);
    void completeUpgrade(const Request &request, const Peer &peer, io::CountingSocket *socket, qint64 headSize);
    //! Returns the client behind the proxy that passed this request on, and counts the connection as that client's.
    [[nodiscard]] Peer peerBehind(const Request &request, const Connection &connection);
    void handle(CachedRequest &cached, Connection &connection, Responder responder);
    [[nodiscard]] std::optional<Response> refusal(const Request &request, const Connection &connection);
    [[nodiscard]] std::optional<Response> wrongAddress(const Request &request, const Connection &connection);
    [[nodiscard]] TrafficObserver &observer() { return m_observer; }
    void joinGroup(const Request &request, io::CountingSocket &socket, QString &joined); //!< joined: the last
    void remove(Connection *connection);

    HttpLimits m_limits;
    HostGuard m_hostGuard;
    TrustedProxies m_proxies;
    TrafficObserver &m_observer;
    Router m_router;
    UpgradeHandler *m_upgrades = nullptr;
    std::function<QString(const Request &)> m_groupOf;
    io::TcpServer *m_tcpServer;
    std::unordered_set<Connection *> m_connections;
    QHash<const Connection *, std::weak_ptr<SocketLease>> m_proxied; //!< those of trusted proxies
    base::IncrementalSweep<Connection> m_sweep; // checks their clocks
    std::shared_ptr<SocketCount> m_sockets = std::make_shared<SocketCount>(); // shared: a socket may outlive the server
    QTimer m_sweepTimer;
    QByteArray m_scratch;
    AnswerFramer m_framer;
    std::unique_ptr<RequestParser> m_spareParser;
    quint64 m_accepted = 0; //!< connections so far
    int m_mostSockets = 0; //!< since memory was given back last
    int m_lastSockets = 0; //!< at the last sweep
    int m_turnedAway = 0; //!< since the last sweep, for want of room
    int m_descriptorRoom = 0; //!< connections that the descriptor limit leaves
    bool m_sawOtherMachine = false;
    bool m_isShuttingDown = false;
};

} // namespace pushlab::http
