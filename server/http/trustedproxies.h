// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>

#include <optional>
#include <utility>

namespace pushlab::http {

class Request;

//! The reverse proxies that are trusted to name the clients whose requests they forward; X-Forwarded-… fields from other peers
//! are ignored. A value.
class TrustedProxies
{
public:
    using Range = std::pair<QHostAddress, int>; //!< an address and a prefix length

    TrustedProxies() = default;
    explicit TrustedProxies(QList<Range> ranges) : m_ranges(std::move(ranges)) {}

    //! Whether \a peer, an address as plainAddress() gives it, is one of them.
    [[nodiscard]] bool contains(const QHostAddress &peer) const;

    //! The client that the proxy names: the last element of X-Forwarded-For, which the proxy itself appended. Returns nullopt
    //! when that is no address.
    [[nodiscard]] static std::optional<QHostAddress> client(const Request &request);

private:
    QList<Range> m_ranges;
};

} // namespace pushlab::http
