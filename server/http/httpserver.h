// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/incrementalsweep.h"
#include "server/http/connectioncontext.h"
#include "server/http/trustedproxies.h"

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

//! HTTP/1.1 on one port: accepts, keeps the clocks and the bounds, routes. Knows nothing of chat. Server's thread.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    //! \a observer must outlive the server.
    HttpServer(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer, QObject *parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] Router &router() { return m_context.router(); }
    void setUpgradeHandler(UpgradeHandler *handler) { m_context.setUpgradeHandler(handler); } //!< must outlive the server

    //! Sets the slow network that the host pretends, for new and, but for the round trip of their opening, for open connections.
    //! \a groups have conditions of their own, from a connection's first request of that group on. Owners of sockets that were
    //! handed over have to call conditioner().
    void setLinkConditions(const io::LinkConditions &conditions, const QHash<QString, io::LinkConditions> &groups = {});
    //! Names the group of connections to which a request says that its own belongs; empty: it says nothing.
    void setLinkGroups(std::function<QString(const Request &)> groupOf) { m_context.setLinkGroups(std::move(groupOf)); }
    [[nodiscard]] io::LinkConditioner &conditioner();

    //! Shows \a watcher the connections that are open, and all that happens to connections from now on; nullptr: nobody watches.
    void setWatcher(ConnectionWatcher *watcher);

    //! From now on connections are to use TLS; a client that does not is answered with an error.
    void setTls(std::shared_ptr<const io::TlsContext> context);

    //! Trusts \a proxies to name the clients whose requests they forward. To be called before listen().
    void setTrustedProxies(TrustedProxies proxies) { m_proxies = std::move(proxies); }

    //! Returns an error message in English; empty on success.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QAbstractSocket::SocketError listenError() const; //!< of the last call of listen()
    [[nodiscard]] quint16 port() const;

    //! Forgets the bytes of requests and answers that are kept because the same may come again: they may hold what is to be gone.
    //! Not while a request is being read.
    void forgetBytes();

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
    [[nodiscard]] bool hasTooMany(const QHostAddress &peer, int more) const;
    [[nodiscard]] int roomForConnections() const;
    void sweep();
    void makeRoom(std::chrono::steady_clock::time_point now);
    void releaseMemory();
    [[nodiscard]] Peer peerBehind(const Request &request, const Connection &connection);
    void remove(Connection *connection);

    ConnectionContext m_context;
    TrustedProxies m_proxies;
    io::TcpServer *m_tcpServer;
    std::unordered_set<Connection *> m_connections;
    QHash<const Connection *, std::weak_ptr<SocketLease>> m_proxied; //!< leases of connections from trusted proxies
    base::IncrementalSweep<Connection> m_sweep; // checks the connections' timeouts
    std::shared_ptr<SocketCount> m_sockets = std::make_shared<SocketCount>(); // shared: a socket may outlive the server
    QTimer m_sweepTimer;
    quint64 m_accepted = 0; //!< connections so far
    int m_mostSockets = 0; //!< greatest number since memory was last released
    int m_lastSockets = 0; //!< at the last sweep
    int m_turnedAway = 0; //!< clients for whom there was no room, since the last sweep
    int m_descriptorRoom = 0; //!< connections that the descriptor limit leaves
    bool m_sawOtherMachine = false;
    bool m_isShuttingDown = false;
};

} // namespace pushlab::http
