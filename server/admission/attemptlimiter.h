// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/recenttable.h"
#include "server/base/clock.h"

#include <QByteArray>
#include <QHostAddress>

#include <chrono>

namespace pushlab::admission {

//! Counts wrong tries at a secret: so many a minute from one client, and so many in half an hour from one address. A client
//! that was expected has its first one free of its address's, so that whoever shares an address with somebody who guesses
//! still gets in; how many are expected at an address is bounded, and guessing with it: 320 + 50 tries at first, 160 in an hour
//! more. A try that is not allowed is not looked at and does not count. A plain class, bounded; server's thread.
class AttemptLimiter
{
public:
    static constexpr int perClient = 5;
    static constexpr std::chrono::seconds period{60}; //!< of a client, from its first wrong try on
    static constexpr int perAddress = 50;
    static constexpr std::chrono::seconds addressPeriod{30 * 60};
    static constexpr int expectedPerAddress = 320; //!< at once, a large lecture; one more each minute

    //! The client that tries.
    struct Client
    {
        QByteArray mark; //!< what tells it from others at its address; those without are one
        bool isExpected = false;
    };

    explicit AttemptLimiter(const base::Clock &clock) : m_clock(clock) {}

    //! How long to wait before the next try; 0: it may come.
    [[nodiscard]] std::chrono::seconds wait(const Client &client, const QHostAddress &address) const;
    void countWrong(const Client &client, const QHostAddress &address);

    //! Whether one client more can be expected at \a address, and takes it off those who can.
    [[nodiscard]] bool expect(const QHostAddress &address);
    //! An expected one has got in: its place is free for another.
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
    RecentTable<bool, 20'000> m_triedOnce; //!< marks of expected clients that have had their own try, or got in
    RecentTable<Places, 20'000> m_places;
};

} // namespace pushlab::admission
