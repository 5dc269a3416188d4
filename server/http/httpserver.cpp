// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/httpserver.h"

#include "server/base/freememory.h"
#include "server/http/cachedrequest.h"
#include "server/http/connection.h"
#include "server/http/descriptorlimit.h"
#include "server/http/httpsredirect.h"
#include "server/http/logging.h"
#include "server/http/requestparser.h"
#include "server/http/responder.h"
#include "server/http/upgradehandler.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/tcpserver.h"
#include "server/protocol/limits.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace pushlab::http {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Connections over a limit that are told so; further ones are dropped unheard.
constexpr int toldOverLimit = 64;
// So many have to go before it is worth while to give their memory back to the system.
constexpr int manySockets = 64;

Response tooManyConnections()
{
    Response response = Response::error(429, "too-many-connections", "Too many connections from this address; close some.");
    response.close = true;
    return response;
}

constexpr char staysFast[] = "A connection stays as fast as it is for want of descriptors; raise the limit with ulimit -n";

} // namespace

//! Counts a socket, for its address, until it is gone.
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
    const auto count = perAddress.find(address);
    if (--*count == 0)
        perAddress.erase(count);
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:a.b.c.d
    return isIpv4 ? QHostAddress(ipv4) : address;
}

HttpServer::HttpServer(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_hostGuard(allowedHosts)
    , m_observer(observer)
    , m_tcpServer(new io::TcpServer([this](std::unique_ptr<io::CountingSocket> socket) { accept(std::move(socket)); }, this))
    , m_sweep(m_connections, 500ms, [](Connection &connection, auto now) { connection.checkClocks(now); })
    , m_scratch(64 * 1024, Qt::Uninitialized)
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
            qCWarning(lcHttp, "%s", staysFast);
    }
}

void HttpServer::joinGroup(const Request &request, io::CountingSocket &socket, QString &joined)
{
    const QString group = m_groupOf ? m_groupOf(request) : QString();
    if (group.isEmpty() || (group.constData() == joined.constData() && group.size() == joined.size()))
        return; // not even looked at, when it is the same piece of memory
    joined = group;
    if (m_tcpServer->conditioner().assign(socket, group))
        return;
    joined.clear();
    qCWarning(lcHttp, "%s", staysFast);
}

io::LinkConditioner &HttpServer::conditioner()
{
    return m_tcpServer->conditioner();
}

void HttpServer::setTls(std::shared_ptr<const io::TlsContext> context)
{
    if (io::TlsTerminator *const terminator = m_tcpServer->tls()) {
        terminator->setContext(std::move(context)); // whoever is there already stays
        return;
    }
    // Not by way of this object: the last costs are told while it is being destroyed.
    const auto tell = [&observer = m_observer](const io::TlsCosts &costs) { observer.onTls(costs); };
    m_tcpServer->setTls(std::make_unique<io::TlsTerminator>(std::move(context), tell, io::TlsTerminator::Limits()));
}

quint16 HttpServer::port() const
{
    return m_tcpServer->serverPort();
}

void HttpServer::shutDown()
{
    m_isShuttingDown = true;
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
    auto *const connection = new Connection(std::move(socket), {peer, peer.toString(), ++m_accepted}, *this);
    m_connections.insert(connection);
    if (m_proxies.contains(peer)) {
        connection->markProxied();
        m_proxied.insert(connection, lease);
    }
    if (refusal)
        connection->refuse(*refusal);
    else
        connection->start();
}

//! How many connections there may be; relays take their share of the descriptors.
int HttpServer::roomForConnections() const
{
    const int relayed = io::LinkConditioner::descriptorsPerRelay * m_tcpServer->conditioner().relayCount()
        + (m_tcpServer->tls() ? io::TlsTerminator::descriptorsPerRelay * m_tcpServer->tls()->relayCount() : 0);
    const int left = m_descriptorRoom - relayed;
    return m_limits.maxConnections > 0 ? std::min(m_limits.maxConnections, left) : left;
}

std::optional<Response> HttpServer::overLimit(const QHostAddress &peer) const
{
    if (m_sockets->total >= roomForConnections())
        return Response::error(503, "full", "The host has as many connections as it can hold; try again later.");
    if (isLimitedByAddress(peer) && m_sockets->perAddress.value(peer) >= m_limits.maxConnectionsPerAddress)
        return tooManyConnections();
    return std::nullopt;
}

bool HttpServer::isLimitedByAddress(const QHostAddress &peer) const
{
    return (m_limits.limitLoopback || !peer.isLoopback()) && !m_proxies.contains(peer);
}

//! Whether a connection over a limit is told so. It stays for a moment, in which many more may come.
bool HttpServer::isHeard(const QHostAddress &peer) const
{
    if (m_sockets->total >= roomForConnections() + toldOverLimit)
        return false;
    return !isLimitedByAddress(peer) || m_sockets->perAddress.value(peer) < m_limits.maxConnectionsPerAddress + toldOverLimit;
}

//! Counts a socket until the lease that it returns is given back.
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

//! For those who were turned away, as if they came again: the longest idle go, one for each (RFC 9112 9.5).
void HttpServer::makeRoom(std::chrono::steady_clock::time_point now)
{
    const auto wanted = size_t(std::exchange(m_turnedAway, 0));
    if (wanted == 0)
        return;
    std::vector<Connection *> idle;
    std::ranges::copy_if(m_connections, std::back_inserter(idle),
                         [this, now](const Connection *connection) { return connection->idleFor(now) > m_limits.givesWayAfter; });
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

std::unique_ptr<RequestParser> HttpServer::lendParser()
{
    return m_spareParser ? std::move(m_spareParser) : std::make_unique<RequestParser>();
}

void HttpServer::takeBackParser(std::unique_ptr<RequestParser> parser)
{
    m_spareParser = std::move(parser);
}

bool HttpServer::isUpgrade(const Request &request) const
{
    return m_upgrades && m_upgrades->isUpgrade(request);
}

std::optional<Response> HttpServer::refuseUpgrade(const Request &request, const Connection &connection, bool isComplete)
{
    if (!isComplete)
        return Response::error(400, "unexpected-body", "A handshake has no body.");
    if (m_isShuttingDown)
        return Response::error(503, "stopping", "The host is stopping.");
    if (auto wrong = wrongAddress(request, connection))
        return wrong;
    if (auto malformed = Router::malformedTarget(request))
        return malformed;
    if (auto notAdmitted = m_router.admissionRefusal(request, connection.peer()))
        return notAdmitted;
    return m_upgrades->refuse(request, connection.peer());
}

void HttpServer::completeUpgrade(const Request &request, const Peer &peer, io::CountingSocket *socket, qint64 headSize)
{
    QString joined;
    joinGroup(request, *socket, joined);
    m_upgrades->take(request, peer, socket, headSize);
}

void HttpServer::handle(CachedRequest &cached, Connection &connection, Responder responder)
{
    if (!cached.isRepeat || connection.group().isEmpty())
        joinGroup(cached.request, *connection.socket(), connection.group());
    if (const auto wrong = wrongAddress(cached.request, connection))
        responder.send(*wrong);
    else
        m_router.dispatch(cached.request, cached.route, connection.peer(), cached.cache, std::move(responder));
}

//! The answer that a request gets whatever its body; nothing when a handler is to see it.
std::optional<Response> HttpServer::refusal(const Request &request, const Connection &connection)
{
    if (auto wrong = wrongAddress(request, connection))
        return wrong;
    return m_router.refusal(request, connection.peer());
}

std::optional<Response> HttpServer::wrongAddress(const Request &request, const Connection &connection)
{
    if (connection.isProxied()) { // only now it is known whose connection it is
        const QHostAddress &member = connection.peer().address;
        if (isLimitedByAddress(member) && m_sockets->perAddress.value(member) > m_limits.maxConnectionsPerAddress)
            return tooManyConnections();
    }
    // RFC 9110 7.4; HTTP/1.0 may come without a Host.
    const bool isOwn = request.host().isEmpty() || m_hostGuard.allows(request.host());
    if (isOwn && m_tcpServer->tls() && !request.isSecure() && !connection.socket()->isEncrypted())
        return redirectToHttps(request);
    if (isOwn && request.isForTls() && !request.isSecure()) // RFC 9110 7.4
        return Response::error(421, "wrong-scheme", "This host does not speak TLS; ask for http:// in place of https://.");
    if (isOwn)
        return std::nullopt;
    return Response::error(421, "wrong-host", unknownNameText(request.host()));
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
