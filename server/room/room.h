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

//! A room: one log and its readers. Belongs to the shard; server's thread.
class Room final : private OpenLog::Listener
{
public:
    //! Is told of events of the room; implemented by the shard.
    class Listener
    {
    public:
        //! The text of a message was withdrawn: nobody may keep it in an encoded form.
        virtual void onWithdrawn(Room &room, qint64 seq) = 0;
        //! There are entries to deliver: pump() is to be called. \a messages: how many messages were appended.
        virtual void onNews(Room &room, int messages) = 0;

    protected:
        ~Listener() = default;
    };

    //! What all rooms share; must outlive them.
    struct Surroundings
    {
        Roster::Shared shared;
        DeadlineList &deadlines;
        LogStore &store;
        const Moderation &classModeration; //!< applies to all rooms
        Listener &listener;
    };

    //! Opens the room's log.
    Room(QString name, const Surroundings &surroundings, bool isPermanent);
    ~Room();
    Q_DISABLE_COPY_MOVE(Room)

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const RoomLog &log() const { return m_log->entries(); }

    //! Appends \a outgoing to the log, with the host's time; all readers are told once it is committed, at the end of a pass of
    //! the event loop. Messages of one member with the same id are one message.
    void append(const protocol::Outgoing &outgoing, Receipt &receipt);
    //! Appends a control entry, an object with a "kind" of at most maxControlBytes, in the same way. It does not keep an unused
    //! room open.
    void append(protocol::ControlEntry entry);

    //! Withdraws the message \a seq: its text goes from the log and its files, and members are told by a control entry. \a receipt
    //! is called when it is gone. Returns false when the log has no such message.
    [[nodiscard]] bool withdraw(qint64 seq, Receipt &receipt);

    [[nodiscard]] WaitingList &waiting() { return m_waiting; }
    void enter(Subscriber *subscriber) { m_subscribers.enter(subscriber); }
    void leave(Subscriber *subscriber);

    [[nodiscard]] Queue *queue(const QString &user) { return m_roster.queue(user); }
    [[nodiscard]] bool openQueue(const QString &user) { return m_roster.openQueue(user); }
    void advance(Queue &queue) { m_roster.advance(queue); }
    [[nodiscard]] const protocol::EncodedEntry *head(Queue &queue) const { return m_roster.head(queue); }

    //! Counts a request for messages; \a counted is 0 for requests of another kind. Returns the member, or nullptr when there are
    //! too many. The pointer is valid until a sweep removes the member, which never happens while it has a held request or a
    //! socket.
    Member *touchMember(const MemberIdentity &identity, protocol::Technique technique, int counted);
    //! As touchMember(), for callers that only count: returns the member's usage entry of that technique; 0 when there is none.
    ledger::UsageId touchUsage(const MemberIdentity &identity, protocol::Technique technique, int counted);
    //! As touchMember(), for the queue's reader, if Roster::bind() set one; otherwise nullptr.
    Member *touchMember(const Queue &queue, protocol::Technique technique, int counted);
    //! As touchMember(), for one of the room's members.
    void touchMember(Member &member, protocol::Technique technique, int counted);
    //! To be called before \a member is given messages in another way than by its open sockets: from then on they note in the
    //! member what they give it. A member with a single socket does without, because noting costs something for each message.
    void share(Member &member);
    [[nodiscard]] Member *member(const QByteArray &key) { return m_roster.member(key); }
    void callMember(Member &member, const QByteArray &key, const QString &wanted) { m_roster.callMember(member, key, wanted); }
    [[nodiscard]] QString memberName(const QByteArray &key) const; //!< empty: there is no such member, or it has none
    [[nodiscard]] QString nameFor(const MemberIdentity &identity) { return m_roster.nameFor(identity); }
    [[nodiscard]] const PersonalOrders &orders() const { return m_surroundings.shared.orders; }
    [[nodiscard]] const std::unordered_map<QByteArray, Member> &members() const { return m_roster.members(); }

    //! The teacher's restrictions for this room; to be changed by moderate() only.
    [[nodiscard]] Moderation &moderation() { return m_moderation; }
    [[nodiscard]] const Moderation &moderation() const { return m_moderation; }
    //! Whether restrictions of this room or the class could refuse any member.
    [[nodiscard]] bool isModerated() const;
    //! Carries out \a command, at once for connected members. Returns false when too many such commands are in force.
    [[nodiscard]] bool moderate(const ModerationCommand &command);
    //! Ends the connections of the members that \a command, a kick or a ban, refers to.
    void evict(const ModerationCommand &command);

    //! Makes \a member, if it is in the room, ask for its own orders: the log only says that the orders of some member have changed.
    void tellOfOrders(const QByteArray &member);

    //! Delivers what was appended to at most \a budget readers, and subtracts their number from it. Returns true when there are
    //! more to deliver to.
    [[nodiscard]] bool pump(int &budget);

    //! Notes that the room was requested.
    void touch();
    //! Removes members and queues that are gone; members are gone after being idle for \a memberLife.
    void sweep(std::chrono::milliseconds memberLife) { m_roster.sweep(memberLife); }
    //! Whether the room was not requested for long.
    [[nodiscard]] bool isExpired() const;
    [[nodiscard]] base::Clock::TimePoint lastUsed() const { return m_lastUsed; }
    //! Deletes the log. Must be the last call.
    void forgetLog() { m_log->forget(); }

private:
    void onAppended(int messages) override { m_surroundings.listener.onNews(*this, messages); }
    void onWithdrawn(qint64 seq) override { m_surroundings.listener.onWithdrawn(*this, seq); }
    void onEpochChanged() override;
    [[nodiscard]] QString nameOf(const protocol::Outgoing &outgoing);

    QString m_name;
    const Surroundings m_surroundings;
    std::unique_ptr<OpenLog> m_log;
    SubscriberList m_subscribers;
    Roster m_roster; //!< reads the log, which is declared before it
    Moderation m_moderation;
    WaitingList m_waiting; //!< declared after everything that its waiters refer to
    base::Clock::TimePoint m_lastUsed;
    qint64 m_broadcastEnd = 0; //!< end of the log when the present broadcast began
    bool m_isBroadcasting = false;
    bool m_isPermanent = false;
};

} // namespace pushlab::room
