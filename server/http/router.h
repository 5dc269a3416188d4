// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/peer.h"
#include "server/http/request.h"
#include "server/http/responder.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QVarLengthArray>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pushlab::http {

//! The segments of a path that matched the `{}` of its route, still percent-encoded; views into the request's path.
using PathArguments = QVarLengthArray<QByteArrayView, 2>;

//! Results of a handler that it may reuse when the same request comes again on the same connection. The handler has to check
//! whether they are still valid.
class HandlerCache
{
public:
    HandlerCache() = default;
    virtual ~HandlerCache() = default;
    Q_DISABLE_COPY_MOVE(HandlerCache)

    //! Hint that the request is about to come again: prefetches the memory that this object refers to. Must not read that memory.
    virtual void prefetch() const = 0;
};

//! A request on its way to its handler; valid only while the handler runs.
struct Call
{
    const Request &request;
    const Peer &peer;
    PathArguments arguments;
    std::unique_ptr<HandlerCache> *cache = nullptr; //!< for the handler's use; empty unless the same request came just before
};

using Handler = std::function<void(const Call &, Responder)>;

//! Which clients may use a route. Requests that need admission are refused by the guard, if there is one.
enum class Access : quint8 {
    Open, //!< everybody: the route changes nothing and reveals nothing of the class
    Entrance, //!< as SameSite, but without admission, because it is obtained here
    Anyone, //!< admitted clients: the route changes nothing, or is a page that other sites may link to
    SameSite, //!< as Anyone, but the route changes something: 403 when another site makes the request, except for HEAD
    Teacher, //!< as SameSite, only for the teacher, by the guard's judgement
};

//! Decides on admission: returns the refusal of a request, or nullopt.
using Guard = std::function<std::optional<Response>(const Call &, Access)>;

//! Turns an error into a page for people; nullopt when the client is a script, which gets the error as it is.
using ErrorPage = std::function<std::optional<Response>(const Request &, const Response &)>;

//! Finds the handler of a request by method and path, with or without a trailing slash. A plain class, filled once.
class Router
{
    struct Method;
    using Methods = std::vector<Method>;

public:
    //! The route of a request, by its head alone. Valid as long as the head's bytes: its arguments are views into them.
    class Route
    {
        friend class Router;

        const Methods *m_methods = nullptr; //!< the methods of its path
        const Method *m_method = nullptr; //!< the request's method
        PathArguments m_arguments;
        bool m_isCrossSite = false; //!< the request comes from another site, and the method does not allow that
    };

    //! \a pattern without trailing slash; a segment `{}` stands for any one segment. A GET handler serves HEAD, too.
    void add(QByteArrayView method, QByteArrayView pattern, Access access, Handler handler);

    //! Handles GET and HEAD of paths without a route, for admitted clients. \a knows says whether the fallback has a resource at
    //! a request's path, which decides between 404 and 405 for other methods.
    void setFallback(Handler handler, std::function<bool(const Request &)> knows = {})
    {
        m_fallback = std::move(handler);
        m_isKnownToFallback = std::move(knows);
    }

    //! \a guard is asked about every request except for routes that are Open or an Entrance.
    void setGuard(Guard guard) { m_guard = std::move(guard); }

    //! \a page sees every error response. The request may be incomplete.
    void setErrorPage(ErrorPage page) { m_errorPage = std::move(page); }
    [[nodiscard]] std::optional<Response> errorPage(const Request &request, const Response &error) const;

    //! The guard's refusal of a request that has no route here; nullopt when it is admitted.
    [[nodiscard]] std::optional<Response> admissionRefusal(const Request &request, const Peer &peer) const;

    //! The answer to a path with an invalid escape, on any route; nullopt when the path is valid.
    [[nodiscard]] static std::optional<Response> malformedTarget(const Request &request);

    [[nodiscard]] Route route(const Request &request) const;

    //! Calls the handler of \a route, which is the request's, or sends the refusal. \a cache: what that handler has cached for
    //! the request.
    void dispatch(const Request &request, const Route &route, const Peer &peer, std::unique_ptr<HandlerCache> &cache,
                  Responder responder) const;

    //! The answer to a request that no handler will see: 204 to OPTIONS, 400, 403, 404, 405, 501 or the guard's refusal; nullopt
    //! otherwise. Does not need the body.
    [[nodiscard]] std::optional<Response> refusal(const Request &request, const Peer &peer) const;

private:
    struct Method
    {
        QByteArray name;
        Access access;
        Handler handler;
    };
    struct Pattern
    {
        QList<QByteArray> segments;
        Methods methods;
    };

    [[nodiscard]] const Methods *find(QByteArrayView path, PathArguments &arguments) const;
    [[nodiscard]] static const Method *find(const Methods &methods, QByteArrayView name);
    [[nodiscard]] static QByteArray allowed(const Methods &methods);
    [[nodiscard]] std::optional<Response> refusal(const Call &call, const Route &route) const;
    [[nodiscard]] std::optional<Response> refusalWithoutRoute(const Call &call) const;

    QHash<QByteArray, Methods> m_exact; //!< indexed by path without trailing slash
    std::vector<Pattern> m_patterns;
    Handler m_fallback;
    std::function<bool(const Request &)> m_isKnownToFallback;
    Guard m_guard;
    ErrorPage m_errorPage;
};

} // namespace pushlab::http
