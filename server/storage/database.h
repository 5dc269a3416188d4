// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/databaseconnection.h"
#include "server/storage/fault.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <variant>

namespace pushlab::storage {

//! Options of a database that is opened for a host.
struct DatabaseOptions
{
    QString file;
    //! A commit also survives a power cut, not only the end of the process; each then waits for the disk.
    bool isPowerSafe = false;
    qint64 maxPages = 1'000'000; //!< of 4 KiB; the bounds of logs keep far below
};

//! Opens the database, creating it when it does not exist, and locks it as long as the connection exists. A file of another kind
//! is not changed. A file of an earlier version is upgraded, after which that version refuses it. Blocks; for the thread that
//! uses the connection.
[[nodiscard]] std::variant<std::unique_ptr<DatabaseConnection>, Fault> openDatabase(const DatabaseOptions &options);

//! A database that is opened for reading.
struct ReadableDatabase
{
    std::unique_ptr<QTemporaryDir> copy; //!< the folder of the copy, when one was necessary; destroyed after the connection
    std::unique_ptr<DatabaseConnection> connection;
};

//! As openDatabase(), but a file that may not be written, as on a read-only mount, is read in place, or from a copy when a killed
//! host left messages in its write-ahead log.
[[nodiscard]] std::variant<ReadableDatabase, Fault> openToRead(const QString &file);

//! Whether a host has the database open now.
[[nodiscard]] bool isInUse(const QString &file);

inline constexpr int versionWithControl = 2; //!< from this version on, logs may contain control entries
inline constexpr int schemaVersion = versionWithControl;

} // namespace pushlab::storage
