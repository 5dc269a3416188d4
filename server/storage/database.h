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

//! Which file, and how safe.
struct DatabaseOptions
{
    QString file;
    bool isPowerSafe = false; //!< a commit survives a power cut, not the end of the process alone; costs a flush of the disk
    qint64 maxPages = 1'000'000; //!< of 4 KiB; the logs' own bounds keep far below
};

//! Opens the database, making it when it is not there, and keeps others out as long as the connection lives. What is found
//! is looked at before it is written to: a file of another kind is left as it is. One of an earlier version becomes one of
//! this, which earlier versions refuse.
[[nodiscard]] std::variant<std::unique_ptr<DatabaseConnection>, Fault> openDatabase(const DatabaseOptions &options);

//! One to be read.
struct ReadableDatabase
{
    std::unique_ptr<QTemporaryDir> copy; //!< where it lies when it had to be copied; goes after the connection
    std::unique_ptr<DatabaseConnection> connection;
};

//! As openDatabase(); and what may not be written to, as on a read-only mount, is read there, or from a copy when the last
//! host was killed and left messages in the log beside it.
[[nodiscard]] std::variant<ReadableDatabase, Fault> openToRead(const QString &file);

//! Whether a host has it open at this moment.
[[nodiscard]] bool isInUse(const QString &file);

inline constexpr int versionWithControl = 2; //!< logs hold control entries, too
inline constexpr int schemaVersion = versionWithControl;

} // namespace pushlab::storage
