// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"

#include <QHash>
#include <QString>

namespace pushlab::room {

struct Member;

//! A tutorial's queue: a cursor into the room's log under the name of its user.
struct Queue
{
    static constexpr qint64 noReader = -1;

    qint64 cursor = 0; //!< number of the last message that left it
    int waiting = 0; //!< requests held for it
    base::Clock::TimePoint lastUsed;
    QString user;
    qint64 opened = noReader; //!< end of the log at the first contact of a reader who has not read since
    Member *reader = nullptr; //!< who read it last, while the room knows that member
};

//! As std::hash, but by not being noexcept it has libstdc++ keep the hash with the entry: it need not fetch the names of all
//! in a bucket to tell them from the one that is looked for.
struct QueueHash
{
    size_t operator()(const QString &user) const { return qHash(user); }
};

} // namespace pushlab::room
