// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/recenttable.h"
#include "server/base/clock.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>

namespace pushlab::admission {

//! Limits how many messages a sender may send: a number per second, and twice as many in a burst. A sender that exceeds it has to
//! wait until half of the burst is available again, so that messages sent in one go are not accepted in part and out of order. A
//! plain class, bounded; server's thread.
class RateLimit
{
public:
    //! \a perSecond: 0.1 or more.
    RateLimit(const base::Clock &clock, double perSecond) : m_clock(clock), m_perSecond(perSecond) {}

    //! Counts one message of \a sender. Returns false when it exceeds the limit.
    [[nodiscard]] bool take(const QByteArray &sender);

    [[nodiscard]] double burst() const { return std::max(1.0, 2 * m_perSecond); }
    //! The time after which a sender who was refused may send again.
    [[nodiscard]] std::chrono::milliseconds pause() const;
    [[nodiscard]] qsizetype size() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double messages = 0;
        base::Clock::TimePoint at;
        bool isClosed = false;
    };

    [[nodiscard]] double reopening() const { return std::max(1.0, burst() / 2); }

    const base::Clock &m_clock;
    double m_perSecond;
    RecentTable<Bucket, 20'000> m_buckets;
};

} // namespace pushlab::admission
