// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/crosssite.h"

#include "server/http/request.h"

namespace pushlab::http {

namespace {

QByteArrayView withoutDefaultPort(QByteArrayView authority, QByteArrayView port)
{
    return authority.endsWith(port) ? authority.chopped(port.size()) : authority;
}

//! Behind a proxy that terminates TLS the origin is https although the request came in plain; the opposite is another origin.
bool isOwnOrigin(QByteArrayView origin, const Request &request)
{
    const QByteArrayView host = request.host();
    for (const auto &[scheme, port] : {std::pair<QByteArrayView, QByteArrayView>{"http://", ":80"}, {"https://", ":443"}}) {
        if (port == ":80" && request.isSecure())
            continue;
        if (origin.size() > scheme.size() && origin.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0) {
            return withoutDefaultPort(origin.sliced(scheme.size()), port).compare(withoutDefaultPort(host, port), Qt::CaseInsensitive)
                == 0;
        }
    }
    return false; // "null" or any other scheme
}

} // namespace

bool isCrossSite(const Request &request)
{
    const QByteArrayView origin = request.field("Origin");
    if (!origin.isNull() && !isOwnOrigin(origin, request))
        return true;
    const QByteArrayView site = request.field("Sec-Fetch-Site");
    return !site.isNull() && site != "same-origin" && site != "none";
}

bool isNavigation(const Request &request)
{
    const QByteArrayView mode = request.field("Sec-Fetch-Mode");
    return mode.isNull() || mode == "navigate";
}

} // namespace pushlab::http
