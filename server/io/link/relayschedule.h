// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <optional>
#include <set>
#include <utility>

namespace pushlab::io {

//! What all relays of a slow network share: when which of them has something due, with one timer for them all, a buffer to read
//! into, and the random numbers of the jitter. Server's thread.
class RelaySchedule final
{
    Q_DISABLE_COPY_MOVE(RelaySchedule)

public:
    using Clock = std::chrono::steady_clock;

    //! What can be due. Outlives its place in the schedule.
    class Item
    {
        Q_DISABLE_COPY_MOVE(Item)

    public:
        Item() = default;
        //! Its time has come: passes on what is due at \a now, and is no longer scheduled.
        virtual void release(Clock::time_point now) = 0;

    protected:
        virtual ~Item() = default; // the schedule is a friend

    private:
        friend class RelaySchedule;
        std::optional<Clock::time_point> m_scheduled;
    };

    //! The timer belongs to \a parent, and moves with it from thread to thread.
    explicit RelaySchedule(QObject *parent);

    //! Moves \a item to another time, or with none takes it off.
    void schedule(Item &item, std::optional<Clock::time_point> due);
    //! What is due until then goes now.
    [[nodiscard]] static Clock::time_point dueBy();

    [[nodiscard]] QByteArray &scratch();
    [[nodiscard]] QRandomGenerator &random() { return m_random; }

private:
    using Entry = std::pair<Clock::time_point, Item *>;

    void armTimer();
    void releaseDue();

    std::set<Entry> m_entries;
    QTimer m_timer; // for the first of them
    std::optional<Clock::time_point> m_armedFor;
    QByteArray m_scratch; // allocated when it is first needed
    QRandomGenerator m_random;
};

} // namespace pushlab::io
