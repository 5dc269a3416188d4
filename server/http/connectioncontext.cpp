// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/connectioncontext.h"

#include "server/http/cachedrequest.h"
#include "server/http/connectionwatcher.h"
#include "server/http/httpsredirect.h"
#include "server/http/logging.h"
#include "server/io/link/linkconditioner.h"
#include "server/io/socket/countingsocket.h"

#include <utility>

namespace pushlab::http {

Response tooManyConnections()
{
    Response response = Response::error(429, "too-many-connections", "Too many connections from this address; close some.");
    response.close = true;
    return response;
}

void warnStaysFast()
{
    qCWarning(lcHttp, "A connection stays as fast as it is for want of descriptors; raise the limit with ulimit -n");
}

ConnectionContext::ConnectionContext(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer,
                                     Registry registry)
    : m_limits(limits)
    , m_hostGuard(allowedHosts)
    , m_observer(observer)
    , m_registry(std::move(registry))
    , m_scratch(64 * 1024, Qt::Uninitialized)
{
}

std::unique_ptr<RequestParser> ConnectionContext::lendParser()
{
    return m_spareParser ? std::move(m_spareParser) : std::make_unique<RequestParser>();
}

std::variant<Takeover, Response> ConnectionContext::checkUpgrade(const Request &request, const Sender &sender, bool isComplete)
{
    if (m_watcher)
        m_watcher->onUpgrade(sender.socket, request);
    if (!isComplete)
        return Response::error(400, "unexpected-body", "A handshake has no body.");
    if (m_isShuttingDown)
        return Response::error(503, "stopping", "The host is stopping.");
    if (auto wrong = wrongAddress(request, sender))
        return *std::move(wrong);
    if (auto malformed = Router::malformedTarget(request))
        return *std::move(malformed);
    if (auto notAdmitted = m_router.admissionRefusal(request, sender.peer))
        return *std::move(notAdmitted);
    return m_upgrades->check(request, sender.peer);
}

void ConnectionContext::joinGroup(const Request &request, io::CountingSocket &socket, QString &joined)
{
    const QString group = m_groupOf ? m_groupOf(request) : QString();
    if (group.isEmpty() || (group.constData() == joined.constData() && group.size() == joined.size()))
        return; // not even looked at, when it is the same piece of memory
    joined = group;
    if (m_registry.conditioner().assign(socket, group))
        return;
    joined.clear();
    warnStaysFast();
}

void ConnectionContext::forgetBytes()
{
    m_framer.forget();
    m_spareParser.reset();
    m_scratch.fill('\0');
}

void ConnectionContext::handle(CachedRequest &cached, const Sender &sender, Responder responder)
{
    if (!cached.isRepeat || sender.group.isEmpty())
        joinGroup(cached.request, sender.socket, sender.group);
    if (m_watcher)
        m_watcher->onRequest(sender.socket, cached.request);
    if (const auto wrong = wrongAddress(cached.request, sender))
        responder.send(*wrong);
    else
        m_router.dispatch(cached.request, cached.route, sender.peer, cached.cache, std::move(responder));
}

std::optional<Response> ConnectionContext::refusal(const Request &request, const Sender &sender)
{
    if (auto wrong = wrongAddress(request, sender))
        return wrong;
    return m_router.refusal(request, sender.peer);
}

std::optional<Response> ConnectionContext::wrongAddress(const Request &request, const Sender &sender)
{
    if (sender.isProxied && m_registry.hasTooMany(sender.peer.address)) // only now it is known whose connection it is
        return tooManyConnections();
    // RFC 9110 7.4; HTTP/1.0 may come without a Host.
    const bool isOwn = request.host().isEmpty() || m_hostGuard.allows(request.host());
    if (isOwn && m_isTls && !request.isSecure() && !sender.socket.isEncrypted())
        return redirectToHttps(request);
    if (isOwn && request.isForTls() && !request.isSecure()) // RFC 9110 7.4
        return Response::error(421, "wrong-scheme", "This host does not speak TLS; ask for http:// in place of https://.");
    if (isOwn)
        return std::nullopt;
    return Response::error(421, "wrong-host", unknownNameText(request.host()));
}

} // namespace pushlab::http
