// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/ledger/usagetable.h"
#include "server/protocol/limits.h"
#include "server/room/logstore.h"
#include "server/room/personalorders.h"
#include "server/room/population.h"
#include "server/room/room.h"
#include "server/room/waitinglist.h"

#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>

namespace pushlab::room {

//! The member on whom the teacher has put the spotlight.
struct SpotlitMember
{
    QString room;
    QByteArray member; //!< its key
    QString name; //!< when that was done
};

//! The state of all rooms. Other threads reach it only by posted messages, so that there can be several shards later. Owned by
//! the server; lives in its thread.
class Shard final : public QObject, private Room::Listener, private LogStore::Listener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Shard)

public:
    //! \a clock and \a store must outlive the shard. Opens the stored rooms and \a permanentRoom, which is never closed.
    Shard(const base::Clock &clock, LogStore &store, const QString &permanentRoom, QObject *parent = nullptr);
    ~Shard() override;

    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] DeadlineList &deadlines() { return m_deadlines; }
    [[nodiscard]] ledger::UsageTable &usage() { return m_usage; } //!< of the members of all rooms
    [[nodiscard]] const ledger::UsageTable &usage() const { return m_usage; }

    //! The room of that name, opened if necessary; nullptr when there are too many. The name must be a valid room name.
    [[nodiscard]] Room *open(const QString &name);
    //! The room of that name; nullptr when it is not open.
    [[nodiscard]] Room *find(const QString &name) const;
    [[nodiscard]] const std::unordered_map<QString, std::unique_ptr<Room>> &rooms() const { return m_rooms; }

    //! The teacher's restrictions for all rooms, including rooms opened later; to be changed by moderate() only.
    [[nodiscard]] const Moderation &moderation() const { return m_moderation; }
    //! Carries out \a command in all rooms; lifting a restriction also lifts it in each room. Returns false when too many such
    //! commands are in force.
    [[nodiscard]] bool moderate(const ModerationCommand &command);
    //! The same in \a room alone, but for what is ordered of one member wherever it is.
    [[nodiscard]] bool moderate(Room &room, const ModerationCommand &command);

    //! What holds for single members, in all rooms.
    [[nodiscard]] const PersonalOrders &orders() const { return m_orders; }
    [[nodiscard]] const std::optional<SpotlitMember> &spotlit() const { return m_spotlit; }
    //! An equal part of the members who are in any room, in order of name, for each technique; the teacher has none.
    void split(const QList<protocol::Technique> &techniques);
    void endSplit() { m_orders.endSplit(); }
    //! A member comes in: see PersonalOrders::join().
    void giveAPart(const QByteArray &member) { m_orders.join(member); }

    //! Changes whenever a room, a queue or a member is removed: pointers to them are valid while it is the same.
    [[nodiscard]] quint64 generation() const { return m_population.generation(); }

    //! Whether another request may be held.
    [[nodiscard]] bool mayWait() const;

    //! Removes members, queues and rooms that are gone; to be called every few seconds. When logs are durable, a room with
    //! messages is closed only when its place is needed: open() then closes the one that was idle for longest. Returns how many
    //! members and queues were removed.
    int sweep(std::chrono::milliseconds memberLife);

    //! Messages appended since the start, without control entries.
    [[nodiscard]] qint64 messageCount() const { return m_messageCount; }

Q_SIGNALS:
    void lockChanged(bool isLocked); //!< for all rooms
    void withdrawn(const QString &room, qint64 seq); //!< a message: nobody may keep its text in an encoded form
    //! The rooms go on in memory, each under a new epoch.
    void storageFailed(const QString &error);

private:
    using Rooms = std::unordered_map<QString, std::unique_ptr<Room>>;

    bool event(QEvent *event) override;
    void onNews(Room &room, int messages) override;
    void onWithdrawn(Room &room, qint64 seq) override { Q_EMIT withdrawn(room.name(), seq); }
    void onStoreFailed(const QString &error) override { Q_EMIT storageFailed(error); }
    Room *add(const QString &name, bool isPermanent);
    [[nodiscard]] Room *roomOf(const QByteArray &member) const;
    void spotlight(const Room *room, const QByteArray &member);
    bool carryOut(const ModerationCommand &command);
    Rooms::iterator drop(Rooms::iterator room);
    bool makePlace();
    void enqueue(Room &room);
    void postPump();
    void pump();

    const base::Clock &m_clock;
    LogStore &m_store;
    DeadlineList m_deadlines{m_clock};
    ledger::UsageTable m_usage;
    Population m_population;
    Moderation m_moderation;
    PersonalOrders m_orders;
    std::optional<SpotlitMember> m_spotlit;
    Rooms m_rooms;
    std::deque<Room *> m_toPump; //!< rooms with entries to deliver, without duplicates
    bool m_isPumpPosted = false;
    qint64 m_messageCount = 0;
};

} // namespace pushlab::room
