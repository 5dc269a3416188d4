// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::http {
class Request;
}

namespace pushlab::admission {

//! The secret that a request carries. `Authorization: Bearer TOKEN` or `token=` in the query (for WebSockets and pages' scripts)
//! take precedence over the cookie; both at once are an error (RFC 6750 2). A Bearer token that has neither the shape of a token
//! nor of a key of this host is meant for another party, such as a proxy, and is ignored.
struct Credentials
{
    QByteArray token; //!< from the field or the query; empty: none
    bool isAmbiguous = false; //!< more than one of these
};
[[nodiscard]] Credentials readCredentials(const http::Request &request);

//! The value of one of this host's cookies. Cookies are not separated by port, so the port is part of the cookie's name: several
//! hosts may run on one machine.
[[nodiscard]] QByteArray readCookie(const http::Request &request, const QByteArray &name);
//! The field line, with its CR LF, that sets the cookie for this session, for this site only and hidden from scripts.
[[nodiscard]] QByteArray setCookie(const http::Request &request, const QByteArray &name, const QByteArray &value);

} // namespace pushlab::admission
