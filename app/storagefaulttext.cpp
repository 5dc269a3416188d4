// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storagefaulttext.h"

#include <QCoreApplication>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Texts of this file.
struct StorageFaultWords
{
    Q_DECLARE_TR_FUNCTIONS(StorageFault)
};

QString storageFaultSentence(server::Fault::Kind kind)
{
    using Kind = server::Fault::Kind;
    switch (kind) {
    case Kind::CannotOpen:
        return StorageFaultWords::tr("the database %1 cannot be opened; see that its folder is there and may be written to");
    case Kind::NoDatabase:
        return StorageFaultWords::tr("%1 is no database; name another file, or move it away");
    case Kind::Foreign:
        return StorageFaultWords::tr("%1 is a database of another program; name another file");
    case Kind::Newer:
        return StorageFaultWords::tr("the database %1 was written by a newer PushLab; use that one, or name another file");
    case Kind::Damaged:
        return StorageFaultWords::tr("the database %1 is damaged; move it away and start afresh");
    case Kind::ReadOnly:
        return StorageFaultWords::tr("the database %1 may not be written to; change its permissions, or name another file");
    case Kind::Locked:
        return StorageFaultWords::tr("the database %1 is in use by another host; stop that one, or name another file");
    case Kind::Full:
        return StorageFaultWords::tr("there is no room on the disk for the database %1; free some, or name a file elsewhere");
    case Kind::InputOutput:
        return StorageFaultWords::tr(
            "the database %1 cannot be read or written; see to its disk and to the largest size of a file (ulimit -f), or name a file elsewhere");
    case Kind::Failed:
        return StorageFaultWords::tr("the database %1 cannot be used");
    case Kind::Cancelled:
        return StorageFaultWords::tr("the database %1 was not read to its end");
    case Kind::NotCopied:
        return StorageFaultWords::tr("the database %1 cannot be copied to be read: %2");
    case Kind::NoRoom:
        return StorageFaultWords::tr("the database %1 has no room \"%2\"");
    case Kind::HasMessages:
        return StorageFaultWords::tr("the room \"%2\" has messages already; import into another one");
    }
    Q_UNREACHABLE();
}

} // namespace

QString storageFaultText(const server::Fault &fault)
{
    const QString words = storageFaultSentence(fault.kind);
    if (words.contains(u"%2"_s))
        return words.contains(u"%1"_s) ? words.arg(fault.file, fault.detail) : words.arg(fault.detail);
    return fault.detail.isEmpty() ? words.arg(fault.file) : QString(words.arg(fault.file) + u" ("_s + fault.detail + u')');
}

} // namespace pushlab::app
