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

    //! A timer whose event is to be sent now; it is given back to finish() afterwards.
    struct Due
    {
        int id = 0;
        QObject *object = nullptr;
        quint64 serial = 0; //!< distinguishes the timer from a later one with the same id
        bool isIdle = false; //!< the timer has interval 0: that it fires does not mean that anything has happened
    };

    //! One pass of the event loop, and the timers that it may fire: those that were due, and waiting, when the pass began.
    struct Pass
    {
        Clock::time_point begin;
        quint64 order = 0;
    };

    TimerList() = default;

    //! Starts a timer that is due every \a interval (0 or more) from \a now on. \a id must not be in use.
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, Clock::time_point now);
    bool remove(int id); //!< returns false when there is no such timer
    bool removeAll(const QObject *object); //!< returns false when the object had no timer; O(n)

    [[nodiscard]] QList<TimerInfo> timersOf(const QObject *object) const; //!< O(n)

    //! The time from \a now until the timer is due, 0 when it is due already; nullopt when there is no such timer.
    [[nodiscard]] std::optional<Clock::duration> remaining(int id, Clock::time_point now) const;

    //! When the next timer is due; nullopt when none waits. A timer whose event is being sent does not count, because a nested
    //! event loop in its own slot would otherwise fire it again without end.
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    [[nodiscard]] Pass beginPass(Clock::time_point now) const;

    //! The next timer to fire in \a pass, or nullopt. Each fires once per pass, so that a timer of interval 0 does not starve the
    //! others.
    [[nodiscard]] std::optional<Due> takeDue(const Pass &pass);

    //! Puts the timer back into the queue for its next turn, unless it was removed in the meantime.
    void finish(const Due &due);

private:
    struct Timer;
    struct Place
    {
        Clock::time_point due;
        quint64 order; // order of insertion among timers that are due at the same moment
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
        Queue::iterator place; // valid while the timer waits
        Queue::node_type parked; // holds the node while its event is being sent: firing allocates nothing
    };
    using Timers = std::unordered_map<int, Timer>;

    Timers::iterator erase(Timers::iterator timer);

    Timers m_timers; // by id; its nodes do not move
    Queue m_queue;
    quint64 m_order = 0;
};

} // namespace pushlab::base
