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

//! A room as JSON Lines: a head that says what follows and how much, then one object of the log per line, as the API gives them.
namespace pushlab::storage {

//! The content of such a file.
struct Archive
{
    QString room;
    std::vector<protocol::Entry> entries; //!< ascending, without gaps

    [[nodiscard]] qsizetype messageCount() const; //!< number of messages; the other entries are control entries
};

//! The first invalid line of a file; nothing of the file is to be used.
struct LineFault
{
    int line = 0; //!< counted from 1
    QString what; //!< what is wrong, in English
};

[[nodiscard]] QByteArray archiveHead(const QString &room, qsizetype entries);

//! Writes the archive to \a out. Returns false on failure; \a out has the reason. Blocks.
[[nodiscard]] bool writeArchive(QIODevice &out, const QString &room, const QList<QByteArray> &entries);

//! Reads an archive, also of an earlier version. Blocks.
[[nodiscard]] std::variant<Archive, LineFault> readArchive(QIODevice &in);

//! The entries of a room in a database that no host uses, each as a JSON object. Blocks.
[[nodiscard]] std::variant<QList<QByteArray>, Fault> readRoom(const QString &database, const QString &room);

//! Writes the archive's entries to \a room of a database that no host uses, under a new epoch; all of them or none. Fails when
//! the room has entries already. Blocks.
[[nodiscard]] std::optional<Fault> importRoom(const QString &database, const QString &room, const Archive &archive);

} // namespace pushlab::storage
