// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/ledger/usagetable.h"
#include "server/protocol/limits.h"
#include "server/room/population.h"
#include "server/room/room.h"
#include "server/room/storage.h"
#include "server/room/waitinglist.h"

#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace pushlab::room {

//! The storage of a shard's rooms, and the logs that were restored from it.
struct RestoredLogs
{
    Storage *storage = nullptr; //!< outlives the shard; nullptr: memory alone
    std::vector<StoredRoom> rooms;
};

//! The state of all rooms. Other threads reach it by posted messages only, so that a second shard can come later.
//! Owned by the server; lives in its thread.
class Shard final : public QObject, private Storage::Listener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Shard)

public:
    //! \a clock must outlive the shard. The room \a permanentRoom is opened now and never dropped. All logs together keep
    //! below \a maxLogBytes: what is too much is taken off the largest.
    Shard(const base::Clock &clock, const QString &permanentRoom, qsizetype maxLogBytes = protocol::maxAllLogsBytes,
          RestoredLogs restored = {}, QObject *parent = nullptr);
    ~Shard() override;

    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] DeadlineList &deadlines() { return m_deadlines; }
    [[nodiscard]] ledger::UsageTable &usage() { return m_usage; } //!< of all members
    [[nodiscard]] const ledger::UsageTable &usage() const { return m_usage; }

    [[nodiscard]] Population &population() { return m_population; }

    //! The room of that name, opened if need be; nullptr when there are too many. The name must be a room name.
    [[nodiscard]] Room *open(const QString &name);
    //! The room of that name; nullptr when it is not open.
    [[nodiscard]] Room *find(const QString &name) const;
    [[nodiscard]] const std::unordered_map<QString, std::unique_ptr<Room>> &rooms() const { return m_rooms; }

    //! What the teacher allows in all rooms, those that will be opened included. moderate() is to be used to change it.
    [[nodiscard]] const Moderation &moderation() const { return m_moderation; }
    //! Carries out \a command in all rooms; what is taken back is taken back in each of them, too. False: too many such commands
    //! are in force.
    [[nodiscard]] bool moderate(const ModerationCommand &command);

    //! Grows whenever a room, a queue or a member goes: the address of one of them holds as long as this is the same.
    [[nodiscard]] quint64 generation() const { return m_population.generation(); }

    //! Whether one more request may wait.
    [[nodiscard]] bool mayWait() const;

    //! Drops members, queues and rooms that have gone; to be called every few seconds. A room that is stored goes only when
    //! its log is empty, or when its place is needed: open() then takes that of the one that was longest idle. Returns how
    //! many members and queues went.
    int sweep(std::chrono::milliseconds memberLife);

    [[nodiscard]] qint64 messageCount() const { return m_messageCount; } //!< appended since the start

Q_SIGNALS:
    //! The rooms go on in memory, each under a new epoch.
    void storageFailed(const QString &error);

private:
    friend class Room;

    bool event(QEvent *event) override;
    void onCommitted(const QString &room, qint64 seq) override;
    void onStorageFailed(const QString &error) override;
    void restore(StoredRoom &stored, bool isPermanent);
    bool makePlace();
    [[nodiscard]] bool reservePending(qsizetype bytes);
    void releasePending(qsizetype bytes) { m_pendingBytes -= bytes; }
    void schedule(Room &room);
    void enqueue(Room &room);
    void postPump();
    void forget(Room &room);
    void pump();
    void logGrew(qsizetype bytes);
    void addLogBytes(qsizetype bytes);

    const base::Clock &m_clock;
    const qsizetype m_maxLogBytes;
    DeadlineList m_deadlines{m_clock};
    ledger::UsageTable m_usage;
    Population m_population;
    Moderation m_moderation;
    std::unordered_map<QString, std::unique_ptr<Room>> m_rooms;
    std::deque<Room *> m_toPump; //!< rooms with something to tell, each once
    bool m_isPumpPosted = false;
    qsizetype m_logBytes = 0;
    Storage *m_storage;
    qsizetype m_pendingBytes = 0; //!< of messages that are not committed yet
    qint64 m_messageCount = 0;
};

} // namespace pushlab::room
