// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/databaseconnection.h"
#include "server/storage/storagecommands.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pushlab::storage {

//! Carries out commands in transactions of many. Entries of logs go first and are told of as soon as they are committed; then, once,
//! what of trims and queues the whole list comes to. A plain class, in the connection's thread.
class Writer
{
public:
    using Told = std::function<void(std::vector<CommittedUpTo> &&)>;

    //! So that an entry at the end of a long list waits for no more than these to be written.
    static constexpr size_t commandsPerCommit = 1000;

    //! Borrows \a connection; \a told is called after each commit that kept entries.
    Writer(DatabaseConnection &connection, Told told, size_t groupSize = commandsPerCommit);

    //! False: nothing more can be written, connection.fault() says why. What was told is kept all the same.
    [[nodiscard]] bool write(const std::vector<StorageCommand> &commands);

    //! Whether enough was written for checkpoint() to be worth while.
    [[nodiscard]] bool isLogLong() const { return m_written >= entriesALog; }
    //! Copies what is in the write-ahead log to the database and waits for the disk, for some 10 ms or much longer.
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
    int m_written = 0; //!< entries, since the last checkpoint
    QHash<QString, Known> m_rooms;
    std::vector<CommittedUpTo> m_committed; //!< in the transaction under way
    QSqlQuery m_append;
    QSqlQuery m_trim;
    QSqlQuery m_setQueue;
    QSqlQuery m_closeQueue;
};

} // namespace pushlab::storage
