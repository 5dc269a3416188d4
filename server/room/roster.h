// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/ledger/usagetable.h"
#include "server/room/member.h"
#include "server/room/namebook.h"
#include "server/room/personalorders.h"
#include "server/room/population.h"
#include "server/room/queue.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <unordered_map>

namespace pushlab::room {

class Cursors;

//! The members of a room and the queues of its tutorial readers. Part of a room, whose log it reads; server's thread.
class Roster
{
public:
    //! What the rosters of all rooms share.
    struct Shared
    {
        const base::Clock &clock;
        ledger::UsageTable &usage;
        Population &population;
        const PersonalOrders &orders; //!< of the members of all rooms
    };

    //! \a log and \a cursors must outlive it. Opens the queues that were stored before a restart. \a isOfComparison: a comparison
    //! measures in the room.
    Roster(const Shared &shared, const RoomLog &log, Cursors &cursors, bool isOfComparison = false);
    ~Roster();
    Q_DISABLE_COPY_MOVE(Roster)

    //! Adds the member if it is new, counts \a counted requests for messages at the time \a now, and returns the member; nullptr
    //! when there are too many. The pointer is valid until a sweep removes the member.
    Member *touchMember(const MemberIdentity &identity, protocol::Technique technique, int counted, base::Clock::TimePoint now);
    //! As touchMember(), for one of the members.
    void recordRequest(Member &member, protocol::Technique technique, int counted, base::Clock::TimePoint now);
    [[nodiscard]] Member *member(const QByteArray &key);
    //! \a member, whose key is \a key, calls itself \a wanted. It gets that name, or the one that the teacher has given it, if its key
    //! is no id, or nobody else has it.
    void callMember(Member &member, const QByteArray &key, const QString &wanted);
    //! The name that \a identity has here, or will have when it comes in; empty when it has said none.
    [[nodiscard]] QString nameFor(const MemberIdentity &identity);
    [[nodiscard]] const std::unordered_map<QByteArray, Member> &members() const { return m_members; }

    //! The queue of that user; nullptr when there is none.
    [[nodiscard]] Queue *queue(const QString &user);
    //! Opens a queue that receives what is appended from now on; an existing queue stays as it is. Returns false when there are
    //! too many.
    [[nodiscard]] bool openQueue(const QString &user);
    //! Makes \a reader the reader of that queue.
    static void bind(Queue &queue, Member &reader);
    //! The message at the queue's head; nullptr when the queue is empty.
    [[nodiscard]] const protocol::EncodedEntry *head(Queue &queue) const;
    //! Removes the head from the queue.
    void advance(Queue &queue);

    //! The log was restarted, and is empty: no member has read any of it.
    void restart();
    //! Removes members and queues that are gone; members are gone after being idle for \a memberLife.
    void sweep(std::chrono::milliseconds memberLife);

private:
    void markTeacher(Member &member, bool isTeacher);
    void releaseUsage(const Member &member);
    void sweepQueues(base::Clock::TimePoint now, std::chrono::milliseconds memberLife);

    static constexpr int maxMembers = 20'000;

    const Shared m_shared;
    const RoomLog &m_log;
    Cursors &m_cursors;
    std::unordered_map<QString, Queue, QueueHash> m_queues;
    std::unordered_map<QByteArray, Member> m_members;
    NameBook m_names; //!< of those who have ids
    const bool m_isOfComparison;
    base::Clock::TimePoint::duration m_memberLife = base::Clock::TimePoint::duration::max(); //!< as of the last sweep
};

} // namespace pushlab::room
