// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/waitinglist.h"

#include <vector>

namespace pushlab::room {

using namespace std::chrono_literals;

DeadlineList::DeadlineList(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineList::expireDue);
}

DeadlineList::~DeadlineList()
{
    Q_ASSERT(m_deadlines.empty());
}

DeadlineList::Map::iterator DeadlineList::add(Clock::TimePoint deadline, Waiter *waiter)
{
    // Most wait for the same time, and so are the last to be due.
    const auto place = m_deadlines.emplace_hint(m_deadlines.end(), deadline, waiter);
    if (place == m_deadlines.begin())
        arm();
    return place;
}

void DeadlineList::remove(Map::iterator place)
{
    // The timer is left alone: at worst it fires once for nothing, which is cheaper than to set it at every answer.
    m_deadlines.erase(place);
}

void DeadlineList::expireAll()
{
    while (!m_deadlines.empty()) {
        Waiter *const waiter = m_deadlines.begin()->second;
        waiter->m_list->take(waiter)->expire();
    }
}

void DeadlineList::expireDue()
{
    const Clock::TimePoint now = m_clock.steady();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        Waiter *const waiter = m_deadlines.begin()->second;
        waiter->m_list->take(waiter)->expire();
    }
    if (!m_deadlines.empty())
        arm();
}

void DeadlineList::arm()
{
    const auto left = m_deadlines.begin()->first - m_clock.steady();
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(left)));
}

WaitingList::~WaitingList()
{
    while (!m_waiting.empty())
        take(m_waiting.front().get());
    while (!m_toWake.empty())
        take(m_toWake.front().get());
}

void WaitingList::park(std::unique_ptr<Waiter> waiter, Clock::TimePoint deadline)
{
    Waiter *const parked = waiter.get();
    m_waiting.push_front(std::move(waiter));
    parked->m_list = this;
    parked->m_place = m_waiting.begin();
    parked->m_toWake = false;
    parked->m_deadline = m_deadlines.add(deadline, parked);
}

void WaitingList::drop(Waiter *waiter)
{
    take(waiter);
}

std::unique_ptr<Waiter> WaitingList::take(Waiter *waiter)
{
    m_deadlines.remove(waiter->m_deadline);
    std::unique_ptr<Waiter> taken = std::move(*waiter->m_place);
    (waiter->m_toWake ? m_toWake : m_waiting).erase(waiter->m_place);
    return taken;
}

int WaitingList::sendAway(const std::function<bool(const Identity &)> &isMeant, bool isBanned)
{
    std::vector<Waiter *> away;
    for (const List *const list : {&m_waiting, &m_toWake}) {
        for (const std::unique_ptr<Waiter> &waiter : *list) {
            if (const auto reader = waiter->reader(); reader && isMeant(*reader))
                away.push_back(waiter.get());
        }
    }
    for (Waiter *const waiter : away)
        take(waiter)->sendAway(isBanned);
    return int(away.size());
}

void WaitingList::startWaking()
{
    for (const std::unique_ptr<Waiter> &waiter : m_waiting)
        waiter->m_toWake = true;
    m_toWake.splice(m_toWake.begin(), m_waiting);
}

int WaitingList::wakeSome(int count)
{
    int woken = 0;
    while (woken < count && !m_toWake.empty()) {
        Waiter *const waiter = m_toWake.front().get();
        if (waiter->wake()) {
            take(waiter);
        } else {
            waiter->m_toWake = false;
            m_waiting.splice(m_waiting.end(), m_toWake, m_toWake.begin()); // older than all that came meanwhile
        }
        ++woken;
    }
    return woken;
}

} // namespace pushlab::room
