// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/room/cursors.h"
#include "server/room/moderation.h"
#include "server/room/roomlog.h"
#include "server/room/roster.h"
#include "server/room/storage.h"
#include "server/room/subscriberlist.h"
#include "server/room/waitinglist.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace pushlab::room {

class Shard;

//! A room: one log, and all who read it. Belongs to the shard; server's thread.
//!
//! Where a storage keeps the log, a message has its number at once, but is in the log, and so in anybody's sight, only when
//! it is committed: no number is ever seen with two contents, though the host may be killed at any moment. Should the storage
//! fail, what it had not committed goes into the log all the same, but under a new epoch: the file may or may not hold something
//! under these numbers of the former epoch, which nobody has seen.
class Room final : private Cursors
{
public:
    //! \a log: what was stored, or an empty one.
    Room(QString name, Shard &shard, bool isPermanent, RoomLog log);
    ~Room();
    Q_DISABLE_COPY_MOVE(Room)

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const RoomLog &log() const { return m_log; }

    [[nodiscard]] static RoomLog newLog();

    //! Appends what \a outgoing says, at the host's time, and has everybody told at the end of a pass of the event loop:
    //! of this one when isCommitted(). Returns its number; the same id of the same member gives the number that it has
    //! already. 0: too much waits to be committed.
    qint64 append(const protocol::Outgoing &outgoing);
    //! Whether that message, a number that append() gave, is in the log.
    [[nodiscard]] bool isCommitted(qint64 seq) const { return seq <= m_log.next(); }
    //! Hands \a receipt the number when the message is committed, which it must not be yet.
    void awaitCommit(qint64 seq, std::unique_ptr<Receipt> receipt);

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
    //! touchMember() of the queue's reader, whom bind() made known; nullptr when there is none.
    Member *touchMember(const Queue &queue, protocol::Technique technique, int counted);
    //! The same for one of its members.
    void touchMember(Member &member, protocol::Technique technique, int counted);
    //! Has the open sockets of \a member note with it what they have given it, and will: it is about to be given messages
    //! in another way. A member with one socket alone does without, for that costs each message something.
    void share(Member &member);
    [[nodiscard]] Member *member(const QByteArray &key) { return m_roster.member(key); }
    [[nodiscard]] const std::unordered_map<QByteArray, Member> &members() const { return m_roster.members(); }

    //! What the teacher allows here. moderate() is to be used to change it.
    [[nodiscard]] Moderation &moderation() { return m_moderation; }
    [[nodiscard]] const Moderation &moderation() const { return m_moderation; }
    //! Whether anybody could be turned away, by this room's moderation or the class's.
    [[nodiscard]] bool isModerated() const;
    //! Carries out \a command, at once for those who are connected. False: too many such commands are in force.
    [[nodiscard]] bool moderate(const ModerationCommand &command);

    //! Tells up to \a budget readers of what was appended and takes their number off it. True: there are more to tell.
    [[nodiscard]] bool pump(int &budget);

    //! Notes that somebody asked for this room.
    void touch();
    //! Drops members and queues that have gone. Members idle for \a memberLife are gone.
    void sweep(std::chrono::milliseconds memberLife);
    //! Nobody has asked for it for long.
    [[nodiscard]] bool isExpired() const;
    [[nodiscard]] base::Clock::TimePoint lastUsed() const { return m_lastUsed; }

private:
    friend class Shard; // trims the log when all logs together are too large; says what is committed

    void setCursor(const QString &user, qint64 cursor) override;
    void closeCursor(const QString &user) override;
    void evict(const ModerationCommand &command);

    //! A message that has its number, but is not committed.
    struct Pending
    {
        protocol::Message message;
        QByteArray key;
        std::vector<std::unique_ptr<Receipt>> receipts;
    };

    void addToLog(protocol::Message message, const QByteArray &key);
    void onCommitted(qint64 seq);
    void onStorageFailed();
    void trimStorage();
    [[nodiscard]] Storage *storage() const;
    [[nodiscard]] LogName logName() const { return {m_name, m_log.epoch()}; }

    QString m_name;
    Shard &m_shard;
    RoomLog m_log;
    std::deque<Pending> m_pending; //!< numbered from m_log.next() + 1 on
    QHash<QByteArray, qint64> m_pendingKeys;
    qint64 m_storedOldest; //!< what the storage was told to trim to
    qsizetype m_loggedBytes = 0; //!< since then
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
