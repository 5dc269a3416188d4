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
    // The last subscriber of its kind moves to the free place, and the place of that one is filled in turn. Those before
    // m_position were delivered to; those before m_keepUp keep up.
    size_t hole = subscriber->m_index;
    const auto fillFrom = [this, &hole](size_t &end) {
        if (hole >= end)
            return;
        if (--end != hole) // otherwise it is the last of its kind itself
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
        return; // its speed has not changed, or it has left
    if (keepsUp) {
        trade(index, m_keepUp++);
    } else {
        trade(index, --m_keepUp);
        m_position = index; // the subscriber that moved here was not delivered to yet
    }
}

//! Prefetches the next subscribers while one is delivered to: with thousands of them, they have left the cache since the last
//! message.
void SubscriberList::prefetchNext() const
{
    if (m_position + 4 >= m_subscribers.size())
        return;
    // The memory around it as well, which the next step reads.
    constexpr std::ptrdiff_t line = 64;
    base::prefetch(reinterpret_cast<const char *>(m_subscribers[m_position + 4]) - line, 3 * line);
    m_subscribers[m_position + 2]->prefetch();
}

} // namespace pushlab::room
