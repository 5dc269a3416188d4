// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"

#include <QHash>
#include <QString>

namespace pushlab::room {

struct Member;

//! A tutorial's queue: a position in the room's log, by the name of its user.
struct Queue
{
    static constexpr qint64 noReader = -1;

    qint64 cursor = 0; //!< number of the last message that left the queue
    int waiting = 0; //!< held requests that wait for it
    base::Clock::TimePoint lastUsed;
    QString user;
    qint64 opened = noReader; //!< end of the log at the first contact of a reader that has not read since
    Member *reader = nullptr; //!< the member that read it last, if the room still has that member
};

//! As std::hash, but not noexcept: then libstdc++ stores the hash in each entry, and need not read the names of a whole bucket
//! during a look-up.
struct QueueHash
{
    size_t operator()(const QString &user) const { return qHash(user); }
};

} // namespace pushlab::room
