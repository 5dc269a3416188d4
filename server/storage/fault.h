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
        Full, //!< the disk, or the bound of the file
        InputOutput, //!< the disk fails, or a file would grow past what the user may have
        Failed, //!< anything else that SQLite says
        Cancelled,
        NotCopied, //!< detail: why
        NoRoom, //!< detail: of that name
        HasMessages //!< detail: the room that was to be filled
    };

    Kind kind = Kind::Failed;
    QString file; //!< the database
    QString detail; //!< what SQLite says beside it, if not what the kind names
    QString text; //!< all of it in English, says what to do; app::storageFaultText() has people's words
};

[[nodiscard]] Fault faultOf(Fault::Kind kind, const QString &file, const QString &detail = {});
[[nodiscard]] Fault faultOf(const QSqlError &error, const QString &file);

} // namespace pushlab::storage
