// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/subscriberlist.h"

#include "server/base/prefetch.h"

#include <utility>

namespace pushlab::room {

void SubscriberList::enter(Subscriber *subscriber)
{
    m_subscribers.push_back(subscriber);
    place(subscriber, m_subscribers.size() - 1);
    trade(m_keepUp++, m_subscribers.size() - 1);
}

void SubscriberList::leave(Subscriber *subscriber)
{
    // The last of its kind takes the place that falls free, whose place falls free in turn: those before m_position were delivered
    // to, those before m_keepUp keep up.
    size_t hole = subscriber->m_index;
    const auto fillFrom = [this, &hole](size_t &end) {
        if (hole >= end)
            return;
        if (--end != hole) // else it is the last of its kind itself
            place(m_subscribers[end], std::exchange(hole, end));
    };
    const bool isAmongSlow = m_position > m_keepUp;
    fillFrom(isAmongSlow ? m_keepUp : m_position);
    fillFrom(isAmongSlow ? m_position : m_keepUp);
    size_t end = m_subscribers.size();
    fillFrom(end);
    m_subscribers.pop_back();
}

void SubscriberList::place(Subscriber *subscriber, size_t index)
{
    m_subscribers[index] = subscriber;
    subscriber->m_index = index;
}

void SubscriberList::trade(size_t one, size_t other)
{
    Subscriber *const subscriber = m_subscribers[one];
    place(m_subscribers[other], one);
    place(subscriber, other);
}

void SubscriberList::deliverNext()
{
    prefetchNext();
    const size_t index = m_position++;
    Subscriber *const subscriber = m_subscribers[index];
    const bool keepsUp = subscriber->deliver();
    if (keepsUp == (index < m_keepUp) || index >= m_subscribers.size() || m_subscribers[index] != subscriber)
        return; // as before, or it has left
    if (keepsUp) {
        trade(index, m_keepUp++);
    } else {
        trade(index, --m_keepUp);
        m_position = index; // whoever came to this place is still to be told
    }
}

//! Thousands of subscribers have left the cache since the last message: those who come next are fetched while one is told.
void SubscriberList::prefetchNext() const
{
    if (m_position + 4 >= m_subscribers.size())
        return;
    // What is around it as well, which it will look at in the next step.
    constexpr std::ptrdiff_t line = 64;
    base::prefetch(reinterpret_cast<const char *>(m_subscribers[m_position + 4]) - line, 3 * line);
    m_subscribers[m_position + 2]->prefetch();
}

} // namespace pushlab::room
