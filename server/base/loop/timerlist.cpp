// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/timerlist.h"

#include <algorithm>

namespace pushlab::base {

void TimerList::add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, Clock::time_point now)
{
    Q_ASSERT(!m_timers.contains(id));
    const quint64 serial = m_order++;
    const auto [entry, isNew] = m_timers.try_emplace(id, Timer{id, interval, type, object, now + interval, serial, {}, {}});
    if (isNew)
        entry->second.place = m_queue.insert({entry->second.due, serial, &entry->second}).first;
}

bool TimerList::remove(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return false;
    erase(timer);
    return true;
}

bool TimerList::removeAll(const QObject *object)
{
    bool found = false;
    for (auto timer = m_timers.begin(); timer != m_timers.end();) {
        if (timer->second.object == object) {
            timer = erase(timer);
            found = true;
        } else {
            ++timer;
        }
    }
    return found;
}

QList<TimerList::TimerInfo> TimerList::timersOf(const QObject *object) const
{
    QList<TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            list.append(TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return list;
}

std::optional<TimerList::Clock::duration> TimerList::remaining(int id, Clock::time_point now) const
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return std::nullopt;
    return std::max(timer->second.due - now, Clock::duration::zero());
}

std::optional<TimerList::Clock::time_point> TimerList::nextDue() const
{
    if (m_queue.empty())
        return std::nullopt;
    return m_queue.begin()->due;
}

TimerList::Pass TimerList::beginPass(Clock::time_point now) const
{
    return {now, m_order};
}

std::optional<TimerList::Due> TimerList::takeDue(const Pass &pass)
{
    // A timer that was started or fired since the pass began is due at its beginning at the earliest, and of a higher
    // order: it stands behind all those that the pass may fire.
    const auto first = m_queue.begin();
    if (first == m_queue.end() || first->due > pass.begin || (first->due == pass.begin && first->order >= pass.order))
        return std::nullopt;

    Timer &timer = *first->timer;
    timer.parked = m_queue.extract(first);
    timer.due += timer.interval;
    if (timer.due < pass.begin)
        timer.due = pass.begin + timer.interval; // missed turns are not made up for
    return Due{timer.id, timer.object, timer.serial, timer.interval.count() == 0};
}

void TimerList::finish(const Due &due)
{
    const auto entry = m_timers.find(due.id);
    if (entry == m_timers.end() || entry->second.serial != due.serial)
        return;
    Timer &timer = entry->second;
    timer.parked.value() = Place{timer.due, m_order++, &timer};
    timer.place = m_queue.insert(std::move(timer.parked)).position;
}

TimerList::Timers::iterator TimerList::erase(Timers::iterator timer)
{
    if (timer->second.parked.empty())
        m_queue.erase(timer->second.place);
    return m_timers.erase(timer);
}

} // namespace pushlab::base
