// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/credentials.h"

#include "server/admission/secret.h"
#include "server/admission/tokenissuer.h"
#include "server/http/request.h"
#include "server/protocol/cookie.h"
#include "server/protocol/urlencoding.h"

#include <algorithm>

namespace pushlab::admission {

namespace {

QByteArray cookieName(const http::Request &request, const QByteArray &name)
{
    const QByteArrayView host = request.host();
    const qsizetype colon = host.lastIndexOf(':');
    const bool hasPort = colon >= 0 && !host.sliced(colon).contains(']'); // RFC 3986 3.2.2
    return name + '-' + (hasPort && colon + 1 < host.size() ? host.sliced(colon + 1).toByteArray() : QByteArray("80"));
}

//! Whether \a token has the shape of a token or of the teacher's key. Tokens meant for proxies are mostly longer and contain dots
//! (RFC 7519).
bool hasTokenShape(QByteArrayView token)
{
    const auto isOfAlphabet = [](char c) { // RFC 4648 5
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return (token.size() == TokenIssuer::tokenLength || token.size() == keyLength)
        && std::all_of(token.begin(), token.end(), isOfAlphabet);
}

} // namespace

Credentials readCredentials(const http::Request &request)
{
    Credentials credentials;
    int count = 0;
    for (const QByteArrayView field : request.fields("Authorization")) {
        constexpr QByteArrayView scheme = "Bearer ";
        if (field.size() <= scheme.size() || field.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue; // a cookie of a proxy that asks for a password itself
        const QByteArrayView token = field.sliced(scheme.size()).trimmed();
        if (hasTokenShape(token) && ++count == 1)
            credentials.token = token.toByteArray();
    }
    if (request.query().contains("token=")) {
        const protocol::FormView::Field queried = protocol::FormView(request.query()).field("token");
        if (queried.status != protocol::FormView::Status::Missing) {
            ++count;
            credentials.token = queried.value.toUtf8();
        }
    }
    credentials.isAmbiguous = count > 1;
    return credentials;
}

QByteArray readCookie(const http::Request &request, const QByteArray &name)
{
    const QByteArrayView cookies = request.field("Cookie");
    return cookies.isEmpty() ? QByteArray() : protocol::cookieValue(cookies, cookieName(request, name)).toByteArray();
}

QByteArray setCookie(const http::Request &request, const QByteArray &name, const QByteArray &value)
{
    return "Set-Cookie: " + cookieName(request, name) + '=' + value + "; Path=/; HttpOnly; SameSite=Strict"
        + (request.isSecure() ? "; Secure\r\n" : "\r\n");
}

} // namespace pushlab::admission
