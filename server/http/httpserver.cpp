// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/httpserver.h"

#include "server/base/freememory.h"
#include "server/http/connection.h"
#include "server/http/connectionwatcher.h"
#include "server/http/descriptorlimit.h"
#include "server/http/logging.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/tcpserver.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace pushlab::http {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Connections over a limit that are answered with an error; further ones are closed at once.
constexpr int toldOverLimit = 64;
// Releasing memory is worth while only after this many sockets have gone.
constexpr int manySockets = 64;

} // namespace

//! Counts a socket for its address as long as it exists.
class HttpServer::SocketLease
{
    Q_DISABLE_COPY_MOVE(SocketLease)

public:
    SocketLease(std::shared_ptr<SocketCount> sockets, const QHostAddress &address)
        : m_sockets(std::move(sockets)), m_address(address)
    {
        ++m_sockets->total;
        m_sockets->add(m_address);
    }
    ~SocketLease()
    {
        --m_sockets->total;
        m_sockets->remove(m_address);
    }

    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    void moveTo(const QHostAddress &address)
    {
        m_sockets->remove(m_address);
        m_address = address;
        m_sockets->add(m_address);
    }

private:
    std::shared_ptr<SocketCount> m_sockets;
    QHostAddress m_address;
};

void HttpServer::SocketCount::remove(const QHostAddress &address)
{
    if (--perAddress[address] == 0)
        perAddress.remove(address);
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:a.b.c.d
    return isIpv4 ? QHostAddress(ipv4) : address;
}

HttpServer::HttpServer(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer, QObject *parent)
    : QObject(parent)
    , m_context(limits, allowedHosts, observer,
                {[this](Connection *connection) { remove(connection); },
                 [this](const Request &request, const Connection &connection) { return peerBehind(request, connection); },
                 [this](const QHostAddress &address) { return hasTooMany(address, 0); },
                 [this]() -> io::LinkConditioner & { return conditioner(); }})
    , m_tcpServer(new io::TcpServer([this](std::unique_ptr<io::CountingSocket> socket) { accept(std::move(socket)); }, this))
    , m_sweep(m_connections, 500ms, [](Connection &connection, auto now) { connection.checkClocks(now); })
    , m_descriptorRoom(connectionsWithinDescriptorLimit())
{
    connect(m_tcpServer, &io::TcpServer::connectionsShed, this, [this](int count) {
        m_turnedAway += count;
        qCWarning(lcHttp, "%d connections closed for want of descriptors; raise the limit with ulimit -n", count);
    });
    connect(&m_sweepTimer, &QTimer::timeout, this, &HttpServer::sweep);
    m_sweepTimer.start(500ms);
}

HttpServer::~HttpServer()
{
    while (!m_connections.empty()) {
        Connection *const connection = *m_connections.begin();
        m_connections.erase(m_connections.begin());
        delete connection;
    }
}

QString HttpServer::listen(const QHostAddress &address, quint16 port)
{
    return m_tcpServer->listen(address, port) ? QString() : m_tcpServer->errorString();
}

QAbstractSocket::SocketError HttpServer::listenError() const
{
    return m_tcpServer->serverError();
}

void HttpServer::setLinkConditions(const io::LinkConditions &conditions, const QHash<QString, io::LinkConditions> &groups)
{
    io::LinkConditioner &conditioner = m_tcpServer->conditioner();
    conditioner.setConditions(conditions, groups);
    for (const Connection *connection : m_connections) {
        if (connection->socket() && !conditioner.apply(*connection->socket()))
            warnStaysFast();
    }
}

io::LinkConditioner &HttpServer::conditioner()
{
    return m_tcpServer->conditioner();
}

void HttpServer::setWatcher(ConnectionWatcher *watcher)
{
    m_context.setWatcher(watcher);
    for (const Connection *const connection : m_connections) {
        if (watcher && connection->socket())
            connection->showTo(*watcher);
    }
}

void HttpServer::setTls(std::shared_ptr<const io::TlsContext> context)
{
    if (io::TlsTerminator *const terminator = m_tcpServer->tls()) {
        terminator->setContext(std::move(context)); // whoever is there already stays
        return;
    }
    // Not by way of this object: the last costs are told while it is being destroyed.
    const auto tell = [&observer = m_context.observer()](const io::TlsCosts &costs) { observer.onTls(costs); };
    m_tcpServer->setTls(std::make_unique<io::TlsTerminator>(std::move(context), tell, io::TlsTerminator::Limits()));
    m_context.setTls();
}

quint16 HttpServer::port() const
{
    return m_tcpServer->serverPort();
}

void HttpServer::shutDown()
{
    m_isShuttingDown = true;
    m_context.shutDown();
    m_tcpServer->close();
    const auto connections = m_connections;
    for (Connection *connection : connections)
        connection->finish();
    if (m_connections.empty())
        Q_EMIT drained();
}

int HttpServer::connectionCount() const
{
    return m_sockets->total;
}

void HttpServer::accept(std::unique_ptr<io::CountingSocket> socket)
{
    const QHostAddress peer = plainAddress(socket->peerAddress());
    const std::optional<Response> refusal = overLimit(peer);
    m_turnedAway += refusal && refusal->status == 503 ? 1 : 0;
    if (refusal && !isHeard(peer))
        return;
    const std::shared_ptr<SocketLease> lease = countSocket(peer);
    socket->setLease(lease);
    if (!m_sawOtherMachine && !peer.isLoopback())
        m_sawOtherMachine = plainAddress(socket->localAddress()) != peer;
    auto *const connection = new Connection(std::move(socket), {peer, peer.toString(), ++m_accepted}, m_context, this);
    m_connections.insert(connection);
    if (m_proxies.contains(peer)) {
        connection->markProxied();
        m_proxied.insert(connection, lease);
    }
    if (ConnectionWatcher *const watcher = m_context.watcher())
        connection->showTo(*watcher);
    if (refusal)
        connection->refuse(*refusal);
    else
        connection->start();
}

//! The number of connections allowed; relays use additional descriptors.
int HttpServer::roomForConnections() const
{
    const int relayed = io::LinkConditioner::descriptorsPerRelay * m_tcpServer->conditioner().relayCount()
        + (m_tcpServer->tls() ? io::TlsTerminator::descriptorsPerRelay * m_tcpServer->tls()->relayCount() : 0);
    const int left = m_descriptorRoom - relayed;
    const int most = m_context.limits().maxConnections;
    return most > 0 ? std::min(most, left) : left;
}

std::optional<Response> HttpServer::overLimit(const QHostAddress &peer) const
{
    if (m_sockets->total >= roomForConnections())
        return Response::error(503, "full", "The host has as many connections as it can hold; try again later.");
    if (hasTooMany(peer, 1))
        return tooManyConnections();
    return std::nullopt;
}

//! Whether \a peer has more connections than it may, with so many \a more.
bool HttpServer::hasTooMany(const QHostAddress &peer, int more) const
{
    const bool isLimited = (m_context.limits().limitLoopback || !peer.isLoopback()) && !m_proxies.contains(peer);
    return isLimited && m_sockets->perAddress.value(peer) + more > m_context.limits().maxConnectionsPerAddress;
}

//! Whether a connection over a limit gets an error response, which keeps it open for a moment in which many more may come.
bool HttpServer::isHeard(const QHostAddress &peer) const
{
    if (m_sockets->total >= roomForConnections() + toldOverLimit)
        return false;
    return !hasTooMany(peer, 1 - toldOverLimit);
}

//! Counts a socket as long as the returned lease exists.
std::shared_ptr<HttpServer::SocketLease> HttpServer::countSocket(const QHostAddress &peer)
{
    return std::make_shared<SocketLease>(m_sockets, peer);
}

Peer HttpServer::peerBehind(const Request &request, const Connection &connection)
{
    const QHostAddress proxy = plainAddress(connection.socket()->peerAddress());
    const QHostAddress address = TrustedProxies::client(request).value_or(proxy);
    if (address == connection.peer().address)
        return connection.peer();
    if (const std::shared_ptr<SocketLease> lease = m_proxied.value(&connection).lock())
        lease->moveTo(address);
    if (!address.isLoopback() && address != plainAddress(connection.socket()->localAddress()))
        m_sawOtherMachine = true;
    return {address, address.toString(), 0};
}

void HttpServer::sweep()
{
    makeRoom(std::chrono::steady_clock::now());
    releaseMemory();
}

//! Closes the connections that were idle for longest, one for each client that found no room (RFC 9112 9.5); those clients may
//! try again.
void HttpServer::makeRoom(std::chrono::steady_clock::time_point now)
{
    const auto wanted = size_t(std::exchange(m_turnedAway, 0));
    if (wanted == 0)
        return;
    std::vector<Connection *> idle;
    std::ranges::copy_if(m_connections, std::back_inserter(idle), [this, now](const Connection *connection) {
        return connection->idleFor(now) > m_context.limits().givesWayAfter;
    });
    const auto end = idle.begin() + std::ptrdiff_t(std::min(wanted, idle.size()));
    std::ranges::partial_sort(idle, end, std::ranges::greater(),
                              [now](const Connection *connection) { return connection->idleFor(now); });
    std::for_each(idle.begin(), end, [](Connection *connection) { connection->finish(); });
}

void HttpServer::releaseMemory()
{
    const int sockets = m_sockets->total;
    const bool isFalling = sockets < std::exchange(m_lastSockets, sockets);
    m_mostSockets = std::max(m_mostSockets, sockets);
    if (isFalling || m_mostSockets - sockets < std::max(manySockets, m_mostSockets / 2))
        return;
    m_mostSockets = sockets;
    base::releaseFreeMemory();
}

void HttpServer::forgetBytes()
{
    m_context.forgetBytes();
    for (Connection *const connection : m_connections)
        connection->forgetRequest();
}

void HttpServer::recordSegments()
{
    for (Connection *const connection : m_connections)
        connection->recordSegments();
}

void HttpServer::remove(Connection *connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    m_proxied.remove(connection);
    connection->deleteLater();
    if (m_isShuttingDown && m_connections.empty())
        Q_EMIT drained();
}

} // namespace pushlab::http
