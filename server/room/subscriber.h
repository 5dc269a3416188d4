// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/member.h"

#include <QtGlobal>

#include <cstddef>

namespace pushlab::room {

//! A connection to which a room pushes: it keeps its own place in the log. Its owner enters and leaves it.
class Subscriber
{
public:
    Subscriber() = default;
    virtual ~Subscriber() = default;
    Q_DISABLE_COPY_MOVE(Subscriber)

    //! The log has grown past its place. Returns whether it keeps up: that nothing waits for it to read.
    [[nodiscard]] virtual bool deliver() = 0;
    //! The log has another epoch: what was read of the former counts for nothing.
    virtual void onEpochChanged() = 0;
    //! It is about to be told: a hint to fetch from memory what that takes. What stands up to 64 bytes before and 112 behind
    //! this object has been fetched.
    virtual void prefetch() const {}
    //! The member that it is; evict() ends it by the teacher's will. Nobody, unless it says so.
    [[nodiscard]] virtual const MemberIdentity *reader() const { return nullptr; }
    virtual void evict(bool /*isBanned*/) {}
    //! That member has another way to the room from now on: where it is its own, what it is given is to be noted with it.
    virtual void share(Member & /*member*/) {}

private:
    friend class SubscriberList;
    std::size_t m_index = 0;
};

} // namespace pushlab::room
