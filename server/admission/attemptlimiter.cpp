// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/attemptlimiter.h"

#include <algorithm>

namespace pushlab::admission {

namespace {

//! The key under which an address is counted: of IPv6 the first 64 bits, because one household has 2^64 addresses.
QByteArray addressKey(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toUtf8();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), 8).toHex();
}

QByteArray clientKey(const QByteArray &mark, const QHostAddress &address)
{
    if (mark.isEmpty())
        return "-" + addressKey(address);
    return "c" + mark;
}

} // namespace

bool AttemptLimiter::hasOwnTry(const Client &client) const
{
    return client.isExpected && !m_triedOnce.find(client.mark);
}

std::chrono::seconds AttemptLimiter::wait(const Client &client, const QHostAddress &address) const
{
    const std::chrono::seconds own = wait(clientKey(client.mark, address), perClient, period);
    return hasOwnTry(client) ? own : std::max(own, wait("a" + addressKey(address), perAddress, addressPeriod));
}

std::chrono::seconds AttemptLimiter::wait(const QByteArray &key, int allowed, std::chrono::seconds length) const
{
    const Count *const count = m_counts.find(key);
    if (!count || count->wrong < allowed)
        return std::chrono::seconds(0);
    const auto left = count->since + length - m_clock.steady();
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

void AttemptLimiter::countWrong(const Client &client, const QHostAddress &address)
{
    countWrong(clientKey(client.mark, address), period);
    if (hasOwnTry(client))
        (void)m_triedOnce.use(client.mark, true);
    else
        countWrong("a" + addressKey(address), addressPeriod);
}

void AttemptLimiter::countWrong(const QByteArray &key, std::chrono::seconds length)
{
    const base::Clock::TimePoint now = m_clock.steady();
    Count &count = m_counts.use(key, {now, 0});
    if (now - count.since >= length)
        count = {now, 0};
    ++count.wrong;
}

AttemptLimiter::Places &AttemptLimiter::places(const QHostAddress &address)
{
    const base::Clock::TimePoint now = m_clock.steady();
    Places &places = m_places.use(addressKey(address), {now, expectedPerAddress});
    const double minutes = std::chrono::duration<double, std::ratio<60>>(now - places.at).count();
    places = {now, std::min<double>(expectedPerAddress, places.free + minutes)};
    return places;
}

bool AttemptLimiter::expect(const QHostAddress &address)
{
    Places &left = places(address);
    if (left.free < 1)
        return false;
    left.free -= 1;
    return true;
}

void AttemptLimiter::admit(const Client &client, const QHostAddress &address)
{
    if (!hasOwnTry(client))
        return; // its entry was taken by a wrong attempt
    (void)m_triedOnce.use(client.mark, true);
    Places &left = places(address);
    left.free = std::min<double>(expectedPerAddress, left.free + 1);
}

} // namespace pushlab::admission
