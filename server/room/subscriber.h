// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/member.h"

#include <QtGlobal>

#include <cstddef>

namespace pushlab::room {

//! A connection to which a room pushes entries: it keeps its own position in the log. Its owner adds it to the room and removes
//! it.
class Subscriber
{
public:
    Subscriber() = default;
    virtual ~Subscriber() = default;
    Q_DISABLE_COPY_MOVE(Subscriber)

    //! The log has grown beyond its position. Returns whether the reader keeps up, with nothing waiting to be written.
    [[nodiscard]] virtual bool deliver() = 0;
    //! The log has another epoch: the position in the former one is void.
    virtual void onEpochChanged() = 0;
    //! Hint that deliver() will soon be called: prefetches the memory that it uses. The range from 64 bytes before to 112 bytes
    //! behind this object's address has been fetched already.
    virtual void prefetch() const {}
    //! The member that it belongs to, so that evict() finds it; nullptr: it is not evicted.
    [[nodiscard]] virtual const MemberIdentity *reader() const { return nullptr; }
    virtual void evict(bool /*isBanned*/) {}
    //! The member can be given messages in another way from now on: if \a member is this subscriber's, it has to note in it what
    //! it delivers.
    virtual void share(Member & /*member*/) {}

private:
    friend class SubscriberList;
    std::size_t m_index = 0;
};

} // namespace pushlab::room
