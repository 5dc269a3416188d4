// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>

#include <optional>
#include <utility>

namespace pushlab::http {

class Request;

//! The reverse proxies that are believed when they say for whom they pass a request on; of everybody else the fields
//! X-Forwarded-… are ignored. A value.
class TrustedProxies
{
public:
    using Range = std::pair<QHostAddress, int>; //!< an address and the length of its prefix

    TrustedProxies() = default;
    explicit TrustedProxies(QList<Range> ranges) : m_ranges(std::move(ranges)) {}

    //! \a peer: as plainAddress() gives it.
    [[nodiscard]] bool contains(const QHostAddress &peer) const;

    //! Whom the proxy says that it passed \a request on for: the last hop of X-Forwarded-For, which is the one that the proxy
    //! wrote itself. Nothing when that is no address.
    [[nodiscard]] static std::optional<QHostAddress> client(const Request &request);

private:
    QList<Range> m_ranges;
};

} // namespace pushlab::http
