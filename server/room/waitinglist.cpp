// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/waitinglist.h"

#include "server/base/prefetch.h"

#include <algorithm>
#include <vector>

namespace pushlab::room {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t bytesOfMost = 192; // size of a waiting request, which derives from Waiter

} // namespace

DeadlineList::DeadlineList(const base::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineList::expireDue);
}

DeadlineList::~DeadlineList()
{
    Q_ASSERT(m_deadlines.empty());
}

void DeadlineList::add(base::Clock::TimePoint deadline, Waiter *waiter)
{
    // Most wait for the same time, so their deadlines are the last.
    const auto place = m_deadlines.try_emplace(m_deadlines.end(), std::chrono::ceil<std::chrono::milliseconds>(deadline));
    const bool isNew = place->second.isEmpty();
    place->second.pushBack(waiter);
    waiter->m_deadline = place;
    ++m_count;
    if (isNew && place == m_deadlines.begin())
        arm();
}

void DeadlineList::remove(Waiter *waiter)
{
    // The timer stays set: firing once without need is cheaper than setting it at every answer.
    const auto place = waiter->m_deadline;
    place->second.remove(waiter);
    if (place->second.isEmpty())
        m_deadlines.erase(place);
    --m_count;
}

void DeadlineList::expireAll()
{
    while (!m_deadlines.empty())
        expireFirst();
}

void DeadlineList::expireDue()
{
    const base::Clock::TimePoint now = m_clock.steady();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now)
        expireFirst();
    if (!m_deadlines.empty())
        arm();
}

void DeadlineList::expireFirst()
{
    Waiter *const waiter = m_deadlines.begin()->second.first();
    waiter->m_list->take(waiter)->expire();
}

void DeadlineList::arm()
{
    const auto left = m_deadlines.begin()->first - m_clock.steady();
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(left)));
}

WaitingList::~WaitingList()
{
    while (Waiter *const waiter = m_waiting.first())
        take(waiter);
    while (Waiter *const waiter = m_toWake.first())
        take(waiter);
}

void WaitingList::park(std::unique_ptr<Waiter> waiter, base::Clock::TimePoint deadline)
{
    Waiter *const parked = waiter.release(); // owned by this list until take()
    m_waiting.pushFront(parked);
    parked->m_list = this;
    m_deadlines.add(deadline, parked);
}

void WaitingList::drop(Waiter *waiter)
{
    take(waiter);
}

std::unique_ptr<Waiter> WaitingList::take(Waiter *waiter)
{
    m_deadlines.remove(waiter);
    List::remove(waiter);
    return std::unique_ptr<Waiter>(waiter);
}

int WaitingList::evict(const std::function<bool(const MemberIdentity &)> &isMeant, bool isBanned)
{
    std::vector<Waiter *> away;
    for (const List *const list : {&m_waiting, &m_toWake}) {
        for (Waiter *waiter = list->first(); waiter; waiter = list->next(waiter)) {
            if (const auto reader = waiter->reader(); reader && isMeant(*reader))
                away.push_back(waiter);
        }
    }
    for (Waiter *const waiter : away)
        take(waiter)->evict(isBanned);
    return int(away.size());
}

void WaitingList::startWaking()
{
    m_toWake.takeInFront(m_waiting);
}

int WaitingList::wakeSome(int count)
{
    int woken = 0;
    while (woken < count && !m_toWake.isEmpty()) {
        Waiter *const waiter = m_toWake.first();
        prefetchAfter(waiter);
        if (waiter->wake()) {
            take(waiter);
        } else {
            List::remove(waiter);
            m_waiting.pushBack(waiter); // older than all that came meanwhile
        }
        ++woken;
    }
    return woken;
}

//! Prefetches the next waiting requests while one is answered: thousands of them have left the cache by the time an entry comes.
void WaitingList::prefetchAfter(const Waiter *waiter) const
{
    const Waiter *const next = m_toWake.next(waiter);
    const Waiter *const second = next ? m_toWake.next(next) : nullptr;
    const Waiter *const third = second ? m_toWake.next(second) : nullptr;
    if (next)
        next->prefetch(true);
    if (second)
        second->prefetch(false);
    if (third)
        base::prefetch(third, bytesOfMost);
}

} // namespace pushlab::room
