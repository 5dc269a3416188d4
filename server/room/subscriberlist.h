// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/subscriber.h"

#include <vector>

namespace pushlab::room {

//! The subscribers of a room, and how far a telling of news has come among them. Those who read slowly are told last: they
//! keep nobody else waiting. A plain class; server's thread.
class Audience
{
public:
    Audience() = default;
    Q_DISABLE_COPY_MOVE(Audience)

    //! Not told by a telling under way: who enters tells itself of what there is.
    void enter(Subscriber *subscriber);
    void leave(Subscriber *subscriber);
    [[nodiscard]] bool isEmpty() const { return m_subscribers.empty(); }
    //! A copy, for who is told something may leave at once.
    [[nodiscard]] std::vector<Subscriber *> all() const { return m_subscribers; }

    void startTelling() { m_position = 0; }
    //! Whether there is somebody who has not been told since.
    [[nodiscard]] bool isTelling() const { return m_position < m_subscribers.size(); }
    //! Tells the next one, who may leave meanwhile. Somebody who turns out to be slow may be told twice.
    void tellNext();

private:
    void prefetchNext() const;
    void place(Subscriber *subscriber, size_t index);
    void trade(size_t one, size_t other);

    std::vector<Subscriber *> m_subscribers; //!< those who keep up, then those who do not
    size_t m_keepUp = 0; //!< how many are in front
    size_t m_position = 0; //!< the next one to tell
};

} // namespace pushlab::room
