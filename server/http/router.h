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
#include <optional>
#include <vector>

namespace pushlab::http {

//! What the `{}` segments of a route stood for, still percent-encoded; views into the request's path.
using PathArguments = QVarLengthArray<QByteArrayView, 2>;

//! A request on its way to its handler; valid only while the handler runs.
struct Call
{
    const Request &request;
    const Peer &peer;
    PathArguments arguments;
};

using Handler = std::function<void(const Call &, Responder)>;

//! Who may use a route.
enum class Access : quint8 {
    Anyone, //!< it changes nothing, or it is a page that may be opened from anywhere
    SameSite, //!< it changes something: refused (403) when another site asks, but for HEAD, which changes nothing
    Loopback, //!< this machine alone
};

//! Finds the handler of a request by method and path. With and without trailing slash alike. A plain class, filled once.
class Router
{
public:
    //! \a pattern without trailing slash; a segment `{}` stands for any one segment. A GET handler serves HEAD, too.
    void add(QByteArrayView method, QByteArrayView pattern, Access access, Handler handler);

    //! Handles GET and HEAD of paths that have no route.
    void setFallback(Handler handler) { m_fallback = std::move(handler); }

    //! Calls the handler, or sends the refusal.
    void dispatch(const Request &request, const Peer &peer, Responder responder) const;

    //! The answer to a request that no handler will see: 403, 404, 405 or 501. Needs no body.
    [[nodiscard]] std::optional<Response> refusal(const Request &request, const QHostAddress &peer) const;

private:
    struct Method
    {
        QByteArray name;
        Access access;
        Handler handler;
    };
    using Methods = std::vector<Method>;
    struct Pattern
    {
        QList<QByteArray> segments;
        Methods methods;
    };

    [[nodiscard]] const Methods *find(QByteArrayView path, PathArguments &arguments) const;
    [[nodiscard]] static const Method *find(const Methods &methods, QByteArrayView name);
    [[nodiscard]] static QByteArray allowed(const Methods &methods);
    [[nodiscard]] std::optional<Response> refusal(const Request &request, const QHostAddress &peer, const Methods *methods) const;

    QHash<QByteArray, Methods> m_exact; //!< by path without trailing slash
    std::vector<Pattern> m_patterns;
    Handler m_fallback;
};

} // namespace pushlab::http
