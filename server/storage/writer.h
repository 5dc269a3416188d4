// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/databaseconnection.h"
#include "server/storage/storagecommands.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pushlab::storage {

//! Carries out commands in large transactions. Entries of logs come first and are reported as soon as they are committed; then,
//! once, the sum of all trims and queue positions of the list. A plain class, in the connection's thread.
class Writer
{
public:
    using Told = std::function<void(std::vector<CommittedUpTo> &&)>;

    //! So that an entry at the end of a long list waits only for the entries before it.
    static constexpr size_t commandsPerCommit = 1000;

    //! Borrows \a connection; \a told is called after each commit that contained entries.
    Writer(DatabaseConnection &connection, Told told, size_t groupSize = commandsPerCommit);

    //! Returns false when nothing more can be written, see connection.fault(). What was reported as committed is stored
    //! nevertheless.
    [[nodiscard]] bool write(const std::vector<StorageCommand> &commands);

    //! Whether enough was written to make checkpoint() worth while.
    [[nodiscard]] bool isLogLong() const { return m_written >= entriesALog; }
    //! Copies the write-ahead log into the database and waits for the disk, for about 10 ms or much longer.
    void checkpoint();

private:
    static constexpr int entriesALog = 100;

    struct Known
    {
        qint64 id = 0;
        QString epoch;
    };

    bool writeEntries(const std::vector<StorageCommand> &commands);
    bool writeTrimsAndQueues(const std::vector<StorageCommand> &commands);
    bool execute(const AppendEntry &append);
    [[nodiscard]] bool withdraw(qint64 room, qint64 seq);
    void scrub();
    bool execute(const ForgetRoom &forget);
    bool execute(const TrimLog &trim);
    bool execute(const MoveQueue &move);
    bool clear();
    [[nodiscard]] bool copyToPrevious();
    [[nodiscard]] qint64 idOf(const room::LogName &log, bool mayMake);
    bool commit();

    DatabaseConnection &m_connection;
    Told m_told;
    size_t m_groupSize;
    int m_written = 0; //!< entries since the last checkpoint
    QHash<QString, Known> m_rooms;
    std::vector<CommittedUpTo> m_committed; //!< entries of the present transaction
    bool m_hasWithdrawn = false; //!< in the present transaction
    QSqlQuery m_append;
    QSqlQuery m_withdraw;
    QSqlQuery m_trim;
    QSqlQuery m_setQueue;
    QSqlQuery m_closeQueue;
};

} // namespace pushlab::storage
