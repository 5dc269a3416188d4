// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/subscriber.h"

#include <vector>

namespace pushlab::room {

//! The subscribers of a room, and the progress of the present broadcast among them. Subscribers that read slowly come last, so
//! that they delay no others. A plain class; server's thread.
class SubscriberList
{
public:
    SubscriberList() = default;
    Q_DISABLE_COPY_MOVE(SubscriberList)

    //! The present broadcast leaves out a new subscriber, which reads the log by itself.
    void enter(Subscriber *subscriber);
    void leave(Subscriber *subscriber);
    [[nodiscard]] bool isEmpty() const { return m_subscribers.empty(); }
    //! A copy, because a subscriber may leave while another is called.
    [[nodiscard]] std::vector<Subscriber *> all() const { return m_subscribers; }

    void startBroadcast() { m_position = 0; }
    //! Whether the broadcast has subscribers left.
    [[nodiscard]] bool isBroadcasting() const { return m_position < m_subscribers.size(); }
    //! Delivers to the next subscriber, which may leave meanwhile. One that turns out to be slow may be called twice.
    void deliverNext();

private:
    void prefetchNext() const;
    void place(Subscriber *subscriber, size_t index);
    void trade(size_t one, size_t other);

    std::vector<Subscriber *> m_subscribers; //!< first those that keep up, then the slow ones
    size_t m_keepUp = 0; //!< number of those that keep up
    size_t m_position = 0; //!< index of the next subscriber of the broadcast
};

} // namespace pushlab::room
