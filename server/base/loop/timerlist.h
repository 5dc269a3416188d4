// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>
#include <QList>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>

class QObject;

namespace pushlab::base {

//! The timers of one event dispatcher, sorted by the moment they are due: O(log n) to add, fire and remove. It never
//! reads a clock and never calls an object. Coarse timers are treated as precise ones. One thread.
class TimerList final
{
    Q_DISABLE_COPY_MOVE(TimerList)

public:
    using Clock = std::chrono::steady_clock;
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    //! A timer whose event is to be sent now, and to be given back to finish() afterwards.
    struct Due
    {
        int id = 0;
        QObject *object = nullptr;
        quint64 serial = 0; //!< tells the timer from a later one that was given the same id
        bool isIdle = false; //!< of interval 0: says nothing about anything having happened
    };

    //! What one pass of the event loop may fire: the timers that were due, and waiting, when it began.
    struct Pass
    {
        Clock::time_point begin;
        quint64 order = 0;
    };

    TimerList() = default;

    //! Starts a timer that is due every \a interval (0 or more) from \a now on. \a id must not be in use.
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, Clock::time_point now);
    bool remove(int id); //!< false when there is no such timer
    bool removeAll(const QObject *object); //!< false when it had none; O(n)

    [[nodiscard]] QList<TimerInfo> timersOf(const QObject *object) const; //!< O(n)

    //! The time from \a now until the timer is due, 0 when that has passed; nothing when there is no such timer.
    [[nodiscard]] std::optional<Clock::duration> remaining(int id, Clock::time_point now) const;

    //! When the next timer is due; nothing when none waits. A timer whose event is being sent does not count: a nested
    //! event loop in its own slot would fire it again for ever.
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    [[nodiscard]] Pass beginPass(Clock::time_point now) const;

    //! The next timer to fire in \a pass. Each fires once a pass, so that one of interval 0 leaves room for the rest.
    [[nodiscard]] std::optional<Due> takeDue(const Pass &pass);

    //! Lets the timer wait for its next turn, unless it was removed in the meantime.
    void finish(const Due &due);

private:
    struct Timer;
    struct Place
    {
        Clock::time_point due;
        quint64 order; // first come, first served among those due at the same moment
        Timer *timer;

        friend bool operator<(const Place &a, const Place &b) { return a.due != b.due ? a.due < b.due : a.order < b.order; }
    };
    using Queue = std::set<Place>;

    struct Timer
    {
        int id;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        Clock::time_point due;
        quint64 serial;
        Queue::iterator place; // valid while it waits
        Queue::node_type parked; // holds the node while its event is being sent: firing allocates nothing
    };
    using Timers = std::unordered_map<int, Timer>;

    Timers::iterator erase(Timers::iterator timer);

    Timers m_timers; // by id; its nodes do not move
    Queue m_queue;
    quint64 m_order = 0;
};

} // namespace pushlab::base
