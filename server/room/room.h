// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/room/logstore.h"
#include "server/room/moderation.h"
#include "server/room/receipt.h"
#include "server/room/roster.h"
#include "server/room/subscriberlist.h"
#include "server/room/waitinglist.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace pushlab::room {

//! A room: one log, and all who read it. Belongs to the shard; server's thread.
class Room final : private OpenLog::Listener
{
public:
    //! Told what whoever keeps the rooms must know of one.
    class Listener
    {
    public:
        //! There is something to tell its readers: pump() is to be called. \a messages: so many have been appended.
        virtual void onNews(Room &room, int messages) = 0;

    protected:
        ~Listener() = default;
    };

    //! What all rooms have in common; outlives them.
    struct Surroundings
    {
        Roster::Shared shared;
        DeadlineList &deadlines;
        LogStore &store;
        const Moderation &classModeration; //!< in force in all rooms
        Listener &listener;
    };

    //! Opens its log.
    Room(QString name, const Surroundings &surroundings, bool isPermanent);
    ~Room();
    Q_DISABLE_COPY_MOVE(Room)

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const RoomLog &log() const { return m_log->entries(); }

    //! Has what \a outgoing says appended to the log, at the host's time, and everybody told when it is there, at the end of a
    //! pass of the event loop. The same id of the same member is the same message.
    void append(const protocol::Outgoing &outgoing, Receipt &receipt);
    //! The same for what members are to hear from the teacher: an object with a "kind", of at most maxControlBytes. Holds no
    //! room that nobody uses.
    void append(protocol::ControlEntry entry);

    [[nodiscard]] WaitingList &waiting() { return m_waiting; }
    void enter(Subscriber *subscriber) { m_subscribers.enter(subscriber); }
    void leave(Subscriber *subscriber);

    [[nodiscard]] Queue *queue(const QString &user) { return m_roster.queue(user); }
    [[nodiscard]] bool openQueue(const QString &user) { return m_roster.openQueue(user); }
    void advance(Queue &queue) { m_roster.advance(queue); }
    [[nodiscard]] const protocol::EncodedEntry *head(Queue &queue) const { return m_roster.head(queue); }

    //! Counts a request that asks for messages; \a counted is 0 for requests of another kind. The member stays where it is
    //! until a sweep finds it gone, which it is not while it holds a request or a socket; nullptr when the room has too many.
    Member *touchMember(const MemberIdentity &identity, protocol::Technique technique, int counted);
    //! The same for a caller that only counts: returns the member's entry of that technique; 0 when there is none.
    ledger::UsageId touchUsage(const MemberIdentity &identity, protocol::Technique technique, int counted);
    //! touchMember() of the queue's reader, whom Roster::bind() made known; nullptr when there is none.
    Member *touchMember(const Queue &queue, protocol::Technique technique, int counted);
    //! The same for one of its members.
    void touchMember(Member &member, protocol::Technique technique, int counted);
    //! Has the open sockets of \a member note with it what they have given it, and will: it is about to be given messages
    //! in another way. A member with one socket alone does without, for that costs each message something.
    void share(Member &member);
    [[nodiscard]] Member *member(const QByteArray &key) { return m_roster.member(key); }
    [[nodiscard]] const PersonalOrders &orders() const { return m_surroundings.shared.orders; }
    [[nodiscard]] const std::unordered_map<QByteArray, Member> &members() const { return m_roster.members(); }

    //! What the teacher allows here. moderate() is to be used to change it.
    [[nodiscard]] Moderation &moderation() { return m_moderation; }
    [[nodiscard]] const Moderation &moderation() const { return m_moderation; }
    //! Whether anybody could be turned away, by this room's moderation or the class's.
    [[nodiscard]] bool isModerated() const;
    //! Carries out \a command, at once for those who are connected. False: too many such commands are in force.
    [[nodiscard]] bool moderate(const ModerationCommand &command);
    //! Ends the connections of those whom \a command means, a kick or a ban.
    void evict(const ModerationCommand &command);

    //! Has \a member, if it is in, ask for what the teacher has ordered of it alone: its log says no more than that somebody's
    //! orders are others.
    void tellOfOrders(const QByteArray &member);

    //! Tells up to \a budget readers of what was appended and takes their number off it. True: there are more to tell.
    [[nodiscard]] bool pump(int &budget);

    //! Notes that somebody asked for this room.
    void touch();
    //! Drops members and queues that have gone. Members idle for \a memberLife are gone.
    void sweep(std::chrono::milliseconds memberLife) { m_roster.sweep(memberLife); }
    //! Nobody has asked for it for long.
    [[nodiscard]] bool isExpired() const;
    [[nodiscard]] base::Clock::TimePoint lastUsed() const { return m_lastUsed; }
    //! Nobody needs its log any more. Comes last.
    void forgetLog() { m_log->forget(); }

private:
    void onAppended(int messages) override { m_surroundings.listener.onNews(*this, messages); }
    void onEpochChanged() override;

    QString m_name;
    const Surroundings m_surroundings;
    std::unique_ptr<OpenLog> m_log;
    SubscriberList m_subscribers;
    Roster m_roster; //!< after the log
    Moderation m_moderation;
    WaitingList m_waiting; //!< after what its waiters refer to
    base::Clock::TimePoint m_lastUsed;
    qint64 m_broadcastEnd = 0; //!< the end of the log when the broadcast under way began
    bool m_isBroadcasting = false;
    bool m_isPermanent = false;
};

} // namespace pushlab::room
