// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/archive.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! A class that a window has kept.
struct KeptClass
{
    QString file; //!< the database; filesBeside() belong to it
    QString name; //!< of its room; the beginning of a long one, with an ellipsis
    QDateTime lastUsed;
    qint64 bytes = 0; //!< of all its files
};

//! Without use for so long, a class is offered to be deleted.
inline constexpr std::chrono::hours longUnused{30 * 24};

//! The classes of this user that were used last before \a time, the oldest first. Other files in their folder are passed over,
//! links too. Not while this process has one of them open. Blocks for the disk.
[[nodiscard]] QList<KeptClass> classesUnusedSince(const QDateTime &time);
[[nodiscard]] QList<KeptClass> classesUnusedFor(std::chrono::milliseconds time); //!< up to now

//! Deletes a class with all that belongs to it. Fails while a host has it open. Blocks for the disk.
[[nodiscard]] std::optional<server::Fault> deleteClass(const KeptClass &kept);

[[nodiscard]] QString classSizeText(qint64 bytes); //!< "1.2 MB"

} // namespace pushlab::app
