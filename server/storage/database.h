// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/databaseconnection.h"
#include "server/storage/fault.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <variant>

namespace pushlab::storage {

inline constexpr int applicationId = 0x50734c62; //!< "PsLb": identifies the file to file(1) and to us

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

//! Whether \a file is a database of PushLab, of any version, in itself or with the write-ahead log of a killed host. It is only
//! looked at. Not for a file that this process has open: the system would drop its locks.
[[nodiscard]] bool isOwnDatabase(const QString &file);

//! Deletes a database that no host has open, and before it those of the files \a besides that are there; a link or a folder of such
//! a name stays. A fault while a host has it open, and where a file cannot be deleted; the database then is still there.
[[nodiscard]] std::optional<Fault> removeDatabase(const QString &file, const QStringList &besides);

inline constexpr int versionWithControl = 2; //!< from this version on, logs may contain control entries
inline constexpr int schemaVersion = versionWithControl;

} // namespace pushlab::storage
