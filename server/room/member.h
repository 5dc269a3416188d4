// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/ledger/usagetable.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace pushlab::room {

struct Queue;

//! Somebody in a room, as far as the host can tell members apart. A value of its room.
struct Member
{
    QString name; //!< as it was said last; empty when never
    QString address;
    protocol::Technique technique = protocol::Technique::Polling; //!< used last
    std::array<ledger::UsageId, protocol::allTechniques.size()> usage{}; //!< by Technique, in the shard's table; 0: not used yet
    int held = 0; //!< requests that wait
    int sockets = 0; //!< open WebSockets
    base::Clock::TimePoint lastSeen;
    qint64 known = 0; //!< number of the last message that was there before it, or that it was given; see Room::share()
    bool isTeacher = false; //!< it has shown the teacher's key
    bool isShared = false; //!< its sockets note here what they give it
    Queue *queue = nullptr; //!< a queue whose reader it is
};

//! The sender of a request, as its technique's handler knows it.
struct MemberIdentity
{
    QByteArray key; //!< stable for this member in this room
    QString name; //!< empty: not said in this request
    QString address;
    bool isTeacher = false; //!< to whom no rule of the room applies
};

} // namespace pushlab::room
