// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QSqlError;

namespace pushlab::storage {

//! Why a database cannot be used, or not any longer. A value.
struct Fault
{
    enum class Kind : quint8 {
        CannotOpen, //!< no such folder, or no permission to read
        NoDatabase, //!< a file of another kind
        Foreign, //!< a database of another program
        Newer, //!< of a later version of PushLab
        Damaged,
        ReadOnly,
        Locked, //!< in use by another process
        Full, //!< the disk is full, or the file has reached its limit
        InputOutput, //!< the disk fails, or the file would exceed the user's limit
        Failed, //!< any other error of SQLite
        Cancelled
    };

    Kind kind = Kind::Failed;
    QString text; //!< English, says how to correct it
};

[[nodiscard]] Fault faultOf(Fault::Kind kind, const QString &file);
[[nodiscard]] Fault faultOf(const QSqlError &error, const QString &file);

} // namespace pushlab::storage
