// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::http {
class Request;
}

namespace pushlab::admission {

//! What a request shows to be let in. `Authorization: Bearer TOKEN` or `token=` in the query (for WebSockets and pages'
//! scripts) go before the cookie; both of them at once are a fault (RFC 6750 2). A Bearer that does not have the shape of
//! a pass or a key is for somebody else, such as a proxy, and counts for nothing.
struct Credentials
{
    QByteArray token; //!< from the field or the query; empty: none
    bool isAmbiguous = false; //!< more than one of these
};
[[nodiscard]] Credentials readCredentials(const http::Request &request);

//! The value of one of the host's cookies. Cookies know no ports, but two hosts on one machine are two: so the port is
//! part of the name.
[[nodiscard]] QByteArray readCookie(const http::Request &request, const QByteArray &name);
//! The field line, with its CR LF, that sets it for this session, for this site alone and out of scripts' reach.
[[nodiscard]] QByteArray setCookie(const http::Request &request, const QByteArray &name, const QByteArray &value);

} // namespace pushlab::admission
