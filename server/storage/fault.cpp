// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/fault.h"

#include <QSqlError>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

Fault::Kind kindOf(int code)
{
    switch (code & 0xff) { // SQLite's primary result codes
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Fault::Kind::Locked;
    case 8: // SQLITE_READONLY
        return Fault::Kind::ReadOnly;
    case 10: // SQLITE_IOERR, EFBIG among its reasons
        return Fault::Kind::InputOutput;
    case 11: // SQLITE_CORRUPT
        return Fault::Kind::Damaged;
    case 13: // SQLITE_FULL
        return Fault::Kind::Full;
    case 14: // SQLITE_CANTOPEN
        return Fault::Kind::CannotOpen;
    case 26: // SQLITE_NOTADB
        return Fault::Kind::NoDatabase;
    default:
        return Fault::Kind::Failed;
    }
}

QString sentence(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::CannotOpen:
        return u"the database %1 cannot be opened; see that its folder is there and may be written to"_s;
    case Fault::Kind::NoDatabase:
        return u"%1 is no database; name another file, or move it away"_s;
    case Fault::Kind::Foreign:
        return u"%1 is a database of another program; name another file"_s;
    case Fault::Kind::Newer:
        return u"the database %1 was written by a newer PushLab; use that one, or name another file"_s;
    case Fault::Kind::Damaged:
        return u"the database %1 is damaged; move it away and start afresh"_s;
    case Fault::Kind::ReadOnly:
        return u"the database %1 may not be written to; change its permissions, or name another file"_s;
    case Fault::Kind::Locked:
        return u"the database %1 is in use by another host; stop that one, or name another file"_s;
    case Fault::Kind::Full:
        return u"there is no room on the disk for the database %1; free some, or name a file elsewhere"_s;
    case Fault::Kind::InputOutput:
        return u"the database %1 cannot be read or written; see to its disk and to the largest size of a file (ulimit -f), or name a file elsewhere"_s;
    case Fault::Kind::Failed:
        return u"the database %1 cannot be used"_s;
    case Fault::Kind::Cancelled:
        return u"the database %1 was not read to its end"_s;
    case Fault::Kind::NotCopied:
        return u"the database %1 cannot be copied to be read: %2"_s;
    case Fault::Kind::NoRoom:
        return u"the database %1 has no room \"%2\""_s;
    case Fault::Kind::HasMessages:
        return u"the room \"%2\" has messages already; import into another one"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Fault faultOf(Fault::Kind kind, const QString &file, const QString &detail)
{
    const QString words = sentence(kind);
    QString text;
    if (words.contains(u"%2"_s))
        text = words.contains(u"%1"_s) ? words.arg(file, detail) : words.arg(detail);
    else
        text = detail.isEmpty() ? words.arg(file) : QString(words.arg(file) + u" ("_s + detail + u')');
    return {kind, file, detail, text};
}

Fault faultOf(const QSqlError &error, const QString &file)
{
    return faultOf(kindOf(error.nativeErrorCode().toInt()), file, error.databaseText());
}

} // namespace pushlab::storage
