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
#include "server/http/upgradehandler.h"

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
#include <variant>

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
struct CachedRequest;

//! HTTP/1.1 on one port: accepts connections, enforces their limits, routes requests. Knows nothing of chat. Server's thread.
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

    //! Sets the slow network that the host pretends, for new and, but for the round trip of their opening, for open connections.
    //! \a groups have conditions of their own, from a connection's first request of that group on. Owners of sockets that were
    //! handed over have to call conditioner().
    void setLinkConditions(const io::LinkConditions &conditions, const QHash<QString, io::LinkConditions> &groups = {});
    //! \a groupOf names the group of connections that a request belongs to; empty: none.
    void setLinkGroups(std::function<QString(const Request &)> groupOf) { m_groupOf = std::move(groupOf); }
    [[nodiscard]] io::LinkConditioner &conditioner();

    //! From now on connections are to use TLS; a client that does not is answered with an error.
    void setTls(std::shared_ptr<const io::TlsContext> context);

    //! Trusts \a proxies to name the clients whose requests they forward. To be called before listen().
    void setTrustedProxies(TrustedProxies proxies) { m_proxies = std::move(proxies); }

    //! Returns an error message in English; empty on success.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QAbstractSocket::SocketError listenError() const; //!< of the last call of listen()
    [[nodiscard]] quint16 port() const;

    //! Stops accepting, and ends every connection as soon as its answer is sent; drained() follows.
    void shutDown();
    [[nodiscard]] int connectionCount() const; //!< open ones, those that were handed over included
    [[nodiscard]] int httpConnectionCount() const { return int(m_connections.size()); }
    //! Records the TCP segments of the open connections up to now.
    void recordSegments();
    //! Whether a peer on another machine has connected since the start.
    [[nodiscard]] bool sawOtherMachine() const { return m_sawOtherMachine; }

Q_SIGNALS:
    void drained(); //!< after shutDown(): the last HTTP connection has ended

private:
    friend class Connection;
    friend class StreamResponder;

    //! Numbers of open sockets, handed-over ones included.
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

    // Used by connections.
    [[nodiscard]] const HttpLimits &limits() const { return m_limits; }
    [[nodiscard]] QByteArray framed(const Response &response, const Framing &framing)
    {
        return m_framer.frame(response, framing);
    }
    //! A parser for a request that begins. Most requests arrive in one piece and return the parser at once, so few exist.
    [[nodiscard]] std::unique_ptr<RequestParser> lendParser();
    void takeBackParser(std::unique_ptr<RequestParser> parser);
    [[nodiscard]] QByteArray &scratch() { return m_scratch; }
    [[nodiscard]] bool isUpgrade(const Request &request) const;
    [[nodiscard]] std::variant<Takeover, Response> checkUpgrade(const Request &request, const Connection &from, bool isComplete);
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
    QHash<const Connection *, std::weak_ptr<SocketLease>> m_proxied; //!< leases of connections from trusted proxies
    base::IncrementalSweep<Connection> m_sweep; // checks the connections' timeouts
    std::shared_ptr<SocketCount> m_sockets = std::make_shared<SocketCount>(); // shared: a socket may outlive the server
    QTimer m_sweepTimer;
    QByteArray m_scratch;
    AnswerFramer m_framer;
    std::unique_ptr<RequestParser> m_spareParser;
    quint64 m_accepted = 0; //!< connections so far
    int m_mostSockets = 0; //!< greatest number since memory was last released
    int m_lastSockets = 0; //!< at the last sweep
    int m_turnedAway = 0; //!< clients for whom there was no room, since the last sweep
    int m_descriptorRoom = 0; //!< connections that the descriptor limit leaves
    bool m_sawOtherMachine = false;
    bool m_isShuttingDown = false;
};

} // namespace pushlab::http
