// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/subscriber.h"

#include <vector>

namespace pushlab::room {

//! The subscribers of a room, and how far a broadcast of news has come among them. Those that read slowly come last: they
//! keep nobody else waiting. A plain class; server's thread.
class SubscriberList
{
public:
    SubscriberList() = default;
    Q_DISABLE_COPY_MOVE(SubscriberList)

    //! A broadcast under way leaves it out: a subscriber that enters reads what there is by itself.
    void enter(Subscriber *subscriber);
    void leave(Subscriber *subscriber);
    [[nodiscard]] bool isEmpty() const { return m_subscribers.empty(); }
    //! A copy, for a subscriber may leave as soon as something is delivered to it.
    [[nodiscard]] std::vector<Subscriber *> all() const { return m_subscribers; }

    void startBroadcast() { m_position = 0; }
    //! Whether there is a subscriber that it has not come to.
    [[nodiscard]] bool isBroadcasting() const { return m_position < m_subscribers.size(); }
    //! Delivers to the next one, which may leave meanwhile. One that turns out to be slow may be called twice.
    void deliverNext();

private:
    void prefetchNext() const;
    void place(Subscriber *subscriber, size_t index);
    void trade(size_t one, size_t other);

    std::vector<Subscriber *> m_subscribers; //!< those who keep up, then those who do not
    size_t m_keepUp = 0; //!< how many are in front
    size_t m_position = 0; //!< the next one to deliver to
};

} // namespace pushlab::room
