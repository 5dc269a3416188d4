// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/recenttable.h"
#include "server/base/clock.h"

#include <QByteArray>
#include <QHostAddress>

#include <chrono>

namespace pushlab::admission {

//! Limits wrong attempts at a secret: per minute for one client, and per half hour for one address. The first attempt of an
//! expected client does not count against its address, so that somebody who guesses does not lock out others at the same address.
//! The number of expected clients per address is bounded, and with it guessing: 320 + 50 attempts at first, 160 per hour after
//! that. An attempt that is not allowed is not checked and does not count. A plain class, bounded; server's thread.
class AttemptLimiter
{
public:
    static constexpr int perClient = 5;
    static constexpr std::chrono::seconds period{60}; //!< for one client, from its first wrong attempt on
    static constexpr int perAddress = 50;
    static constexpr std::chrono::seconds addressPeriod{30 * 60};
    static constexpr int expectedPerAddress = 320; //!< at once, for a large lecture; one more each minute

    //! The client that makes an attempt.
    struct Client
    {
        QByteArray mark; //!< distinguishes clients of one address; all without a mark count as one
        bool isExpected = false;
    };

    explicit AttemptLimiter(const base::Clock &clock) : m_clock(clock) {}

    //! How long the client has to wait before its next attempt; 0 when it may try now.
    [[nodiscard]] std::chrono::seconds wait(const Client &client, const QHostAddress &address) const;
    void countWrong(const Client &client, const QHostAddress &address);

    //! Whether another client can be expected at \a address; if so, counts it as expected.
    [[nodiscard]] bool expect(const QHostAddress &address);
    //! Notes that an expected client was admitted, so that another one can be expected in its place.
    void admit(const Client &client, const QHostAddress &address);

    [[nodiscard]] qsizetype size() const { return m_counts.size(); }

private:
    struct Count
    {
        base::Clock::TimePoint since;
        int wrong = 0;
    };
    struct Places
    {
        base::Clock::TimePoint at;
        double free = expectedPerAddress;
    };

    [[nodiscard]] bool hasOwnTry(const Client &client) const;
    [[nodiscard]] std::chrono::seconds wait(const QByteArray &key, int allowed, std::chrono::seconds length) const;
    void countWrong(const QByteArray &key, std::chrono::seconds length);
    [[nodiscard]] Places &places(const QHostAddress &address);

    const base::Clock &m_clock;
    RecentTable<Count, 20'000> m_counts;
    RecentTable<bool, 20'000> m_triedOnce; //!< marks of expected clients that have used their own attempt, or were admitted
    RecentTable<Places, 20'000> m_places;
};

} // namespace pushlab::admission
