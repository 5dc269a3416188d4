// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/recenttable.h"
#include "server/room/clock.h"

#include <QByteArray>
#include <QHostAddress>

#include <chrono>

namespace pushlab::admission {

//! Counts wrong tries at a secret: so many a minute from one client, ten times as many from one address, which a whole
//! class may share. A try that is not allowed is not looked at and does not count. A plain class, bounded; server's thread.
class TrialLimit
{
public:
    static constexpr int perClient = 5;
    static constexpr int perAddress = 10 * perClient;
    static constexpr std::chrono::seconds period{60}; //!< from the first wrong try on

    explicit TrialLimit(const room::Clock &clock) : m_clock(clock) {}

    //! How long to wait before the next try; 0: it may come. \a client: what tells it from others at its address; those
    //! without are one.
    [[nodiscard]] std::chrono::seconds wait(const QByteArray &client, const QHostAddress &address) const;
    void countWrong(const QByteArray &client, const QHostAddress &address);
    [[nodiscard]] qsizetype size() const { return m_counts.size(); }

private:
    struct Count
    {
        room::Clock::TimePoint since;
        int wrong = 0;
    };

    [[nodiscard]] std::chrono::seconds wait(const QByteArray &key, int allowed) const;
    void countWrong(const QByteArray &key);

    const room::Clock &m_clock;
    RecentTable<Count, 20'000> m_counts;
};

} // namespace pushlab::admission
