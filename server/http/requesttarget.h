// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace pushlab::http {

//! The parts of a request's target, as views into it.
struct RequestTarget
{
    QByteArrayView authority; //!< of the absolute form; null in the other forms
    QByteArrayView path; //!< never empty; "*" for the asterisk form
    QByteArrayView query; //!< without its '?'
    bool isForTls = false; //!< the target is an https address
};

//! Splits \a target by RFC 9112 3.2; nullopt when it has no form that is valid for \a method. The bytes must be visible ASCII.
//! The authority form (CONNECT) is not accepted.
[[nodiscard]] std::optional<RequestTarget> splitTarget(QByteArrayView method, QByteArrayView target);

//! Whether \a text is a token (RFC 9110 5.6.2).
[[nodiscard]] bool isToken(QByteArrayView text);

//! Whether every '%' in \a text is followed by two hexadecimal digits (RFC 3986 2.1).
[[nodiscard]] bool isPercentEncoded(QByteArrayView text);

//! Whether \a value is a host with or without a port, as a Host field has it (RFC 9110 7.2, RFC 3986 3.2.2): not empty, without
//! user information, IPv6 in brackets, a port of at most 65535.
[[nodiscard]] bool isHostAndPort(QByteArrayView value);

} // namespace pushlab::http
