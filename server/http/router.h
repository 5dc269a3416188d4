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

//! What the `{}` segments of a route stood for, still percent-encoded; views into the request's path.
using PathArguments = QVarLengthArray<QByteArrayView, 2>;

//! What a handler found for a request, and would find again for the same one: stays with a connection's last request, and is
//! there when the same bytes come again. The handler has to know whether it still holds.
class HandlerCache
{
public:
    HandlerCache() = default;
    virtual ~HandlerCache() = default;
    Q_DISABLE_COPY_MOVE(HandlerCache)

    //! The request is about to come again: a hint to fetch from memory what it leads to. Must not look at it.
    virtual void prefetch() const = 0;
};

//! A request on its way to its handler; valid only while the handler runs.
struct Call
{
    const Request &request;
    const Peer &peer;
    PathArguments arguments;
    std::unique_ptr<HandlerCache> *cache = nullptr; //!< the handler's own, empty for a request that has not come just before
};

using Handler = std::function<void(const Call &, Responder)>;

//! The clients that may use a route. What needs admission is refused by the guard, if there is one.
enum class Access : quint8 {
    Open, //!< whoever asks, from wherever: it changes nothing and tells nothing of the class
    Entrance, //!< as SameSite, but without admission: here one gets it
    Anyone, //!< an admitted client: the route changes nothing, or is a page that may be opened from anywhere
    SameSite, //!< as Anyone, but the route changes something: refused (403) when another site asks, except for HEAD
    Teacher, //!< as SameSite, for whom the guard knows as the teacher
};

//! Decides on admission: the answer to a request that is not to reach its handler.
using Guard = std::function<std::optional<Response>(const Call &, Access)>;

//! Words an error for a person: nothing when a script is to have it as it is.
using ErrorPage = std::function<std::optional<Response>(const Request &, const Response &)>;

//! Finds the handler of a request by method and path. With and without trailing slash alike. A plain class, filled once.
class Router
{
    struct Method;
    using Methods = std::vector<Method>;

public:
    //! Where a request goes, as far as its head tells. Valid with the head's bytes: its arguments point into them.
    class Route
    {
        friend class Router;

        const Methods *m_methods = nullptr; //!< of its path
        const Method *m_method = nullptr; //!< its own
        PathArguments m_arguments;
        bool m_isCrossSite = false; //!< and that matters to its method
    };

    //! \a pattern without trailing slash; a segment `{}` stands for any one segment. A GET handler serves HEAD, too.
    void add(QByteArrayView method, QByteArrayView pattern, Access access, Handler handler);

    //! Handles GET and HEAD of paths that have no route; for those who were admitted. \a knows says whether it has something
    //! at the path of a request by another method.
    void setFallback(Handler handler, std::function<bool(const Request &)> knows = {})
    {
        m_fallback = std::move(handler);
        m_isKnownToFallback = std::move(knows);
    }

    //! Is asked about every request but those for routes that are Open or an Entrance.
    void setGuard(Guard guard) { m_guard = std::move(guard); }

    //! Sees every error that a request is answered with, wherever it arose. The request may be a part of one.
    void setErrorPage(ErrorPage page) { m_errorPage = std::move(page); }
    [[nodiscard]] std::optional<Response> errorPage(const Request &request, const Response &error) const;

    //! What the guard says of a request that has no route here.
    [[nodiscard]] std::optional<Response> admissionRefusal(const Request &request, const Peer &peer) const;

    //! The answer to a path with a broken escape, wherever it would lead.
    [[nodiscard]] static std::optional<Response> malformedTarget(const Request &request);

    [[nodiscard]] Route route(const Request &request) const;

    //! Calls the handler that \a route, the request's own, leads to, or sends the refusal. \a cache: what that handler left.
    void dispatch(const Request &request, const Route &route, const Peer &peer, std::unique_ptr<HandlerCache> &cache,
                  Responder responder) const;

    //! The answer to a request that no handler will see: 204 to OPTIONS, 400, 403, 404, 405, 501 or what the guard says.
    //! Needs no body.
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

    QHash<QByteArray, Methods> m_exact; //!< by path without trailing slash
    std::vector<Pattern> m_patterns;
    Handler m_fallback;
    std::function<bool(const Request &)> m_isKnownToFallback;
    Guard m_guard;
    ErrorPage m_errorPage;
};

} // namespace pushlab::http
