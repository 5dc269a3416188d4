// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/trustedproxies.h"

#include "server/http/peer.h"
#include "server/http/request.h"

#include <algorithm>

namespace pushlab::http {

namespace {

//! An address with or without a port, as proxies write it: 192.0.2.1, 192.0.2.1:4711, 2001:db8::1, [2001:db8::1]:4711.
QByteArrayView withoutPort(QByteArrayView hop)
{
    if (hop.startsWith('[')) {
        const qsizetype end = hop.indexOf(']');
        return end < 0 ? QByteArrayView() : hop.sliced(1, end - 1);
    }
    return hop.count(':') == 1 ? hop.first(hop.indexOf(':')) : hop;
}

} // namespace

bool TrustedProxies::contains(const QHostAddress &peer) const
{
    return std::ranges::any_of(m_ranges, [&peer](const Range &range) { return peer.isInSubnet(range.first, range.second); });
}

std::optional<QHostAddress> TrustedProxies::client(const Request &request)
{
    const QByteArrayView hop = withoutPort(request.lastElement("X-Forwarded-For"));
    const bool isIpv4 = hop.count('.') == 3 && !hop.contains(':'); // QHostAddress also accepts "1" as an address
    if (!isIpv4 && !hop.contains(':'))
        return std::nullopt;
    QHostAddress address(QString::fromLatin1(hop));
    if (address.isNull())
        return std::nullopt;
    address.setScopeId({});
    return plainAddress(address);
}

} // namespace pushlab::http
