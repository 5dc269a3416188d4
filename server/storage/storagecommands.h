// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/storage.h"

#include <variant>

//! Commands to a storage, as values that cross threads.
namespace pushlab::storage {

struct OpenRoom
{
    room::LogName log;
};
struct AppendEntry
{
    room::LogName log;
    protocol::Entry entry;
    QByteArray key;
};
struct ForgetRoom
{
    room::LogName log;
};
struct TrimLog
{
    room::LogName log;
    qint64 oldest = 0;
};
struct MoveQueue
{
    room::LogName log;
    QString user;
    qint64 cursor = 0; //!< negative: the queue is closed
};

struct ClearAll
{
};
using StorageCommand = std::variant<OpenRoom, AppendEntry, ForgetRoom, TrimLog, MoveQueue, ClearAll>;

//! All entries of the log up to that number are committed.
struct CommittedUpTo
{
    room::LogName log;
    qint64 seq = 0;
};

} // namespace pushlab::storage
