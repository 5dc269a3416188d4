// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

#include <QByteArray>

namespace pushlab::tests {

//! The request in \a bytes, a complete head with or without body. It must be well-formed.
inline http::Request requestOf(const QByteArray &bytes)
{
    http::RequestParser parser;
    const qsizetype taken = parser.feed(bytes);
    Q_ASSERT(taken == bytes.size());
    Q_ASSERT(parser.state() == http::RequestParser::State::Complete);
    return parser.takeRequest();
}

//! A request of this method and target with \a fields, each of which ends in CR LF, and the Host field host:8000.
inline http::Request requestOf(const QByteArray &method, const QByteArray &target, const QByteArray &fields = {})
{
    return requestOf(QByteArray(method + ' ' + target + " HTTP/1.1\r\nHost: host:8000\r\n" + fields + "\r\n"));
}

} // namespace pushlab::tests
