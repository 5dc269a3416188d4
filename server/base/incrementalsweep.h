// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace pushlab::base {

//! Visits every element of a set once per period, a part of them at each turn of the event loop, so that looking after thousands
//! of elements delays no other event. Belongs to the owner of the set and lives in its thread.
template <typename T>
class IncrementalSweep final
{
    Q_DISABLE_COPY_MOVE(IncrementalSweep)

public:
    using Clock = std::chrono::steady_clock;
    using Visit = std::function<void(T &, Clock::time_point now)>;

    //! Begins a round every \a period, or as soon as the round before has ended. \a visit may remove any element from \a all.
    IncrementalSweep(const std::unordered_set<T *> &all, std::chrono::milliseconds period, Visit visit)
        : m_all(all), m_period(period), m_visit(std::move(visit))
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout([this] { go(); });
        m_timer.start(period);
    }

private:
    // Of 10,000 elements, a turn visits 25: with 111 per turn, deliveries of messages were measurably delayed
    // (tests/bench/README.md).
    static constexpr size_t turns = 400;
    static constexpr size_t fewest = 25; // elements per turn, at least
    static constexpr std::chrono::milliseconds pause{2}; // between turns

    void go()
    {
        const Clock::time_point now = Clock::now();
        if (m_left.empty()) {
            m_left.assign(m_all.begin(), m_all.end());
            m_atOnce = std::max(fewest, m_left.size() / turns);
            m_began = now;
        }
        for (size_t count = std::min(m_atOnce, m_left.size()); count > 0; --count) {
            T *const next = m_left.back();
            m_left.pop_back();
            if (m_all.contains(next)) // it may have been removed since the round began
                m_visit(*next, now);
        }
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(m_began + m_period - now);
        m_timer.start(m_left.empty() ? std::max(rest, pause) : pause);
    }

    const std::unordered_set<T *> &m_all;
    const std::chrono::milliseconds m_period;
    const Visit m_visit;
    QTimer m_timer;
    std::vector<T *> m_left; //!< elements that the present round has yet to visit
    size_t m_atOnce = fewest;
    Clock::time_point m_began;
};

} // namespace pushlab::base
