// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/triallimit.h"

#include <algorithm>

namespace pushlab::admission {

namespace {

//! One household of IPv6 has 2^64 addresses.
QByteArray addressKey(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toUtf8();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), 8).toHex();
}

QByteArray clientKey(const QByteArray &client, const QHostAddress &address)
{
    if (client.isEmpty())
        return "-" + addressKey(address);
    return "c" + client;
}

} // namespace

std::chrono::seconds TrialLimit::wait(const QByteArray &client, const QHostAddress &address) const
{
    return std::max(wait(clientKey(client, address), perClient), wait("a" + addressKey(address), perAddress));
}

std::chrono::seconds TrialLimit::wait(const QByteArray &key, int allowed) const
{
    const Count *const count = m_counts.find(key);
    if (!count || count->wrong < allowed)
        return std::chrono::seconds(0);
    const auto left = count->since + period - m_clock.steady();
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

void TrialLimit::countWrong(const QByteArray &client, const QHostAddress &address)
{
    countWrong(clientKey(client, address));
    countWrong("a" + addressKey(address));
}

void TrialLimit::countWrong(const QByteArray &key)
{
    const room::Clock::TimePoint now = m_clock.steady();
    Count &count = m_counts.use(key, {now, 0});
    if (now - count.since >= period)
        count = {now, 0};
    ++count.wrong;
}

} // namespace pushlab::admission
