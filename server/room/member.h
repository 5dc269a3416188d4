// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/ledger/usagetable.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>

namespace pushlab::room {

struct Queue;

//! The prefix of the keys of members that generated an id.
inline constexpr QByteArrayView memberKeyPrefix("m:");
[[nodiscard]] inline QByteArray memberKey(const QString &id)
{
    return memberKeyPrefix.toByteArray() + id.toUtf8();
}

//! A member of a room, as far as the host can distinguish members. A value, owned by its room.
struct Member
{
    QString name; //!< the host's for a member with an id, else the name given last; empty when there was none
    QString wanted; //!< the name given last
    QString address;
    protocol::Technique technique = protocol::Technique::Polling; //!< the technique used last
    //! Indexed by Technique, entries of the shard's table; 0: not used yet.
    std::array<ledger::UsageId, protocol::allTechniques.size()> usage{};
    int held = 0; //!< requests that are held
    int sockets = 0; //!< open WebSockets
    base::Clock::TimePoint lastSeen;
    //! Number of the last message that was there before the member joined, or that it was given; see Room::share().
    qint64 known = 0;
    bool isTeacher = false; //!< it has shown the teacher's key: counts for nothing, and is in no list
    bool isVirtual = false; //!< a comparison's client
    bool isShared = false; //!< its sockets note in this object what they give it
    Queue *queue = nullptr; //!< a queue that this member reads

    //! Whether it is somebody of the class.
    [[nodiscard]] bool isPerson() const { return !isTeacher && !isVirtual; }
};

//! The sender of a request, as the handler of its technique knows it.
struct MemberIdentity
{
    QByteArray key; //!< identifies the member within its room
    QString name; //!< empty: not given in this request
    QString address;
    bool isTeacher = false; //!< no restriction of the room applies to the teacher
};

} // namespace pushlab::room
