// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/clock.h"
#include "server/room/member.h"
#include "server/room/roomlog.h"
#include "server/room/waitinglist.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <unordered_map>
#include <vector>

namespace pushlab::room {

class Shard;
class Room;

//! A connection to which a room pushes: it keeps its own place in the log. Its owner enters and leaves it.
class Subscriber
{
public:
    Subscriber() = default;
    virtual ~Subscriber() = default;
    Q_DISABLE_COPY_MOVE(Subscriber)

    //! The log has grown past its place.
    virtual void deliver() = 0;

private:
    friend class Room;
    size_t m_index = 0;
};

//! A tutorial's queue: a cursor into the room's log under the name of its user.
struct Queue
{
    qint64 cursor = 0; //!< number of the last message that left it
    int waiting = 0; //!< requests held for it
    Clock::TimePoint lastUsed;
};

//! A room: one log, and all who read it. Belongs to the shard; server's thread.
class Room
{
public:
    Room(QString name, Shard &shard, bool isPermanent);
    ~Room();
    Q_DISABLE_COPY_MOVE(Room)

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const RoomLog &log() const { return m_log; }

    //! Appends what \a outgoing says, at the host's time, and has everybody told at the end of this pass of the event
    //! loop. Returns its number; the same id of the same member gives the number that it has already.
    qint64 append(const protocol::Outgoing &outgoing);

    [[nodiscard]] WaitingList &waiting() { return m_waiting; }
    void enter(Subscriber *subscriber);
    void leave(Subscriber *subscriber);

    //! The queue of that user; nullptr when there is none.
    [[nodiscard]] Queue *queue(const QString &user);
    //! Opens a queue that receives what comes from now on; one that exists stays as it is. False: too many.
    [[nodiscard]] bool openQueue(const QString &user);
    //! The message at a queue's head; nullptr when it is empty.
    [[nodiscard]] const protocol::EncodedMessage *head(Queue &queue) const;

    //! Counts a request that asks for messages; \a counted is 0 for requests of another kind. The member stays where it is
    //! until a sweep finds it gone, which it is not while it holds a request or a socket; nullptr when the room has too many.
    Member *see(const Identity &identity, protocol::Technique technique, int counted);
    //! The same, for who only wants to count: the member's entry of that technique; 0 when there is none.
    ledger::UsageId seeUsage(const Identity &identity, protocol::Technique technique, int counted);
    [[nodiscard]] Member *member(const QByteArray &key);
    [[nodiscard]] const std::unordered_map<QByteArray, Member> &members() const { return m_members; }

    //! Tells up to \a budget readers of what was appended and takes their number off it. True: there are more to tell.
    [[nodiscard]] bool pump(int &budget);

    //! Notes that somebody asked for this room.
    void touch();
    //! Drops members and queues that have gone. Members idle for \a memberLife are gone.
    void sweep(std::chrono::milliseconds memberLife);
    [[nodiscard]] bool isExpired() const;

private:
    void releaseUsage(const Member &member);

    friend class Shard; // trims the log when all logs together are too large

    static constexpr int maxMembers = 20'000;

    QString m_name;
    Shard &m_shard;
    RoomLog m_log;
    std::vector<Subscriber *> m_subscribers;
    std::unordered_map<QString, Queue> m_queues;
    std::unordered_map<QByteArray, Member> m_members;
    WaitingList m_waiting; //!< after what its waiters refer to
    Clock::TimePoint m_lastUsed;
    size_t m_position = 0; //!< the next subscriber to tell
    qint64 m_told = 0; //!< the end of the log when the telling under way began
    bool m_isTelling = false;
    bool m_isPermanent = false;
};

} // namespace pushlab::room
