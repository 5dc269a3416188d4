// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace pushlab::admission {

namespace {

double secondsBetween(base::Clock::TimePoint from, base::Clock::TimePoint to)
{
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

bool RateLimit::take(const QByteArray &sender)
{
    const base::Clock::TimePoint now = m_clock.steady();
    Bucket &bucket = m_buckets.use(sender, {burst(), now, false});
    bucket.messages = std::min(burst(), bucket.messages + secondsBetween(bucket.at, now) * m_perSecond);
    bucket.at = now;
    if (bucket.isClosed && bucket.messages < reopening())
        return false;
    bucket.isClosed = bucket.messages < 1;
    if (bucket.isClosed)
        return false;
    bucket.messages -= 1;
    return true;
}

std::chrono::milliseconds RateLimit::pause() const
{
    return std::chrono::milliseconds(qint64(std::ceil(1000 * reopening() / m_perSecond)));
}

} // namespace pushlab::admission
