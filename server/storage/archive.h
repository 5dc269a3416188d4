// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/storage/fault.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

class QIODevice;

//! A room as JSON Lines: one that says what follows and how many, then an object of the log a line as the API gives them.
namespace pushlab::storage {

//! What such a file holds.
struct Archive
{
    QString room;
    std::vector<protocol::Entry> entries; //!< ascending without holes

    [[nodiscard]] qsizetype messageCount() const; //!< the others are control entries
};

//! Where a file is wrong; nothing of it is to be used.
struct LineFault
{
    int line = 0; //!< from 1
    QString what; //!< English
};

[[nodiscard]] QByteArray archiveHead(const QString &room, qsizetype entries);

//! Writes all; false: \a out says why.
[[nodiscard]] bool writeArchive(QIODevice &out, const QString &room, const QList<QByteArray> &entries);

//! One of an earlier version, too.
[[nodiscard]] std::variant<Archive, LineFault> readArchive(QIODevice &in);

//! The entries of a room in a database that no host uses, each as a JSON object.
[[nodiscard]] std::variant<QList<QByteArray>, Fault> readRoom(const QString &database, const QString &room);

//! Puts the archive's entries into \a room of a database that no host uses, under a new epoch, all or none. A room that
//! has any is left alone.
[[nodiscard]] std::optional<Fault> importRoom(const QString &database, const QString &room, const Archive &archive);

} // namespace pushlab::storage
