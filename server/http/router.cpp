// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/router.h"

#include "server/http/crosssite.h"

#include <algorithm>
#include <iterator>

namespace pushlab::http {

namespace {

QByteArrayView withoutTrailingSlash(QByteArrayView path)
{
    return path.size() > 1 && path.endsWith('/') ? path.chopped(1) : path;
}

bool matches(const QList<QByteArray> &segments, QByteArrayView path, PathArguments &arguments)
{
    arguments.clear();
    qsizetype start = 1;
    for (const QByteArray &segment : segments) {
        if (start > path.size())
            return false;
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        const QByteArrayView part = path.sliced(start, end - start);
        if (segment == "{}")
            arguments.append(part);
        else if (part != segment)
            return false;
        start = end + 1;
    }
    return start > path.size();
}

// RFC 9110 9.1: a method nobody has heard of is 501, a known one that the path does not have is 405.
bool isKnownMethod(QByteArrayView name)
{
    static constexpr QByteArrayView known[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"};
    return std::find(std::begin(known), std::end(known), name) != std::end(known);
}

// RFC 9110 9.3.2
QByteArrayView routedMethod(const Request &request)
{
    return request.isHead() ? QByteArrayView("GET") : request.method();
}

// RFC 9110 9.3.7
bool isServerWide(const Request &request)
{
    return request.method() == "OPTIONS" && request.path() == "*";
}

Response noContent(const QByteArray &allow)
{
    Response response;
    response.status = 204;
    response.fields = "Allow: " + allow + "\r\n";
    return response;
}

//! The answer to a method that the path does not have (RFC 9110 9.3.7, 15.5.6).
Response otherMethod(const Request &request, const QByteArray &allow)
{
    if (request.method() == "OPTIONS")
        return noContent(allow);
    Response response = Response::error(405, "method-not-allowed", "This path answers only " + allow + '.');
    response.fields = "Allow: " + allow + "\r\n";
    return response;
}

} // namespace

void Router::add(QByteArrayView method, QByteArrayView pattern, Access access, Handler handler)
{
    Method entry{method.toByteArray(), access, std::move(handler)};
    const QByteArray path = pattern.toByteArray();
    if (!path.contains("{}")) {
        m_exact[path].push_back(std::move(entry));
        return;
    }
    const QList<QByteArray> segments = path.mid(1).split('/');
    auto found = std::find_if(m_patterns.begin(), m_patterns.end(),
                              [&segments](const Pattern &known) { return known.segments == segments; });
    if (found == m_patterns.end())
        found = m_patterns.insert(m_patterns.end(), Pattern{segments, {}});
    found->methods.push_back(std::move(entry));
}

Router::Route Router::route(const Request &request) const
{
    Route route;
    route.m_methods = find(withoutTrailingSlash(request.path()), route.m_arguments);
    if (route.m_methods)
        route.m_method = find(*route.m_methods, routedMethod(request));
    if (route.m_method) {
        const Access access = route.m_method->access;
        const bool changes = access == Access::Entrance || access == Access::SameSite || access == Access::Teacher;
        route.m_isCrossSite = changes && !request.isHead() && isCrossSite(request);
    }
    return route;
}

void Router::dispatch(const Request &request, const Route &route, const Peer &peer, std::unique_ptr<HandlerCache> &cache,
                      Responder responder) const
{
    const Call call{request, peer, route.m_arguments, &cache};
    if (const auto refused = refusal(call, route))
        responder.send(*refused);
    else
        (route.m_method ? route.m_method->handler : m_fallback)(call, std::move(responder));
}

std::optional<Response> Router::refusal(const Request &request, const Peer &peer) const
{
    const Route route = this->route(request);
    return refusal({request, peer, route.m_arguments}, route);
}

std::optional<Response> Router::refusal(const Call &call, const Route &route) const
{
    const Request &request = call.request;
    if (auto malformed = malformedTarget(request))
        return malformed;
    if (!route.m_method) {
        if (isServerWide(request))
            return noContent("GET, HEAD, POST, OPTIONS");
        if (!isKnownMethod(request.method()))
            return Response::error(501, "unknown-method", "This method is not known here; use GET or POST.");
        return route.m_methods ? otherMethod(request, allowed(*route.m_methods)) : refusalWithoutRoute(call);
    }
    if (route.m_isCrossSite)
        return Response::error(403, "cross-site", "Another site may not do this; open the page at this host.");
    const Access access = route.m_method->access;
    if (m_guard && access != Access::Open && access != Access::Entrance)
        return m_guard(call, access);
    return std::nullopt;
}

//! Before admission the answer must not reveal what the fallback has, whatever the method is.
std::optional<Response> Router::refusalWithoutRoute(const Call &call) const
{
    if (m_fallback && m_guard) {
        if (auto refused = m_guard(call, Access::Anyone))
            return refused;
    }
    if (m_fallback && routedMethod(call.request) == "GET")
        return std::nullopt;
    if (m_fallback && m_isKnownToFallback && m_isKnownToFallback(call.request))
        return otherMethod(call.request, "GET, HEAD, OPTIONS");
    return Response::error(404, "not-found", "There is nothing at this path; start from /.");
}

std::optional<Response> Router::malformedTarget(const Request &request)
{
    if (request.isWellEncoded())
        return std::nullopt;
    return Response::error(400, "bad-encoding",
                           "In an address every % needs two hexadecimal digits behind it; write %25 for % itself.");
}

std::optional<Response> Router::admissionRefusal(const Request &request, const Peer &peer) const
{
    return m_guard ? m_guard({request, peer, {}}, Access::Anyone) : std::nullopt;
}

std::optional<Response> Router::errorPage(const Request &request, const Response &error) const
{
    return m_errorPage ? m_errorPage(request, error) : std::nullopt;
}

const Router::Methods *Router::find(QByteArrayView path, PathArguments &arguments) const
{
    const auto exact = m_exact.constFind(QByteArray::fromRawData(path.data(), path.size()));
    if (exact != m_exact.constEnd())
        return &*exact;
    for (const Pattern &pattern : m_patterns) {
        if (matches(pattern.segments, path, arguments))
            return &pattern.methods;
    }
    arguments.clear(); // arguments of a pattern that matched only in part
    return nullptr;
}

const Router::Method *Router::find(const Methods &methods, QByteArrayView name)
{
    const auto found = std::find_if(methods.begin(), methods.end(), [name](const Method &m) { return m.name == name; });
    return found == methods.end() ? nullptr : &*found;
}

QByteArray Router::allowed(const Methods &methods)
{
    QByteArray allow;
    for (const Method &method : methods) {
        allow += method.name + ", ";
        if (method.name == "GET")
            allow += "HEAD, ";
    }
    return allow + "OPTIONS";
}

} // namespace pushlab::http
