// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessionfaulttext.h"

#include <QCoreApplication>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Texts of this file.
struct SessionFaultWords
{
    Q_DECLARE_TR_FUNCTIONS(SessionFault)
};

} // namespace

QString sessionFaultText(const wire::SessionFault &fault, const QString &file)
{
    switch (fault.kind) {
    case wire::SessionFault::Kind::NoSession:
        return SessionFaultWords::tr("%1 is no recorded class, or its beginning is damaged.").arg(file);
    case wire::SessionFault::Kind::Newer:
        return SessionFaultWords::tr("%1 was recorded by a newer PushLab (format %2, this one reads up to %3); open it with that one.")
            .arg(file)
            .arg(fault.version)
            .arg(wire::sessionVersion);
    case wire::SessionFault::Kind::Unreadable:
        return SessionFaultWords::tr("%1 cannot be read: %2.").arg(file, fault.problem);
    }
    Q_UNREACHABLE();
}

QString sessionEndingText(const wire::SessionEnding &ending, qint64 began)
{
    const qint64 seconds = ending.at > began ? (ending.at - began) / 1'000'000 : 0;
    const QString length = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    switch (ending.kind) {
    case wire::SessionEnding::Kind::Whole:
        return {};
    case wire::SessionEnding::Kind::Cut:
        return SessionFaultWords::tr("The recording was cut off; it can be played up to %1.").arg(length);
    case wire::SessionEnding::Kind::Damaged:
        return SessionFaultWords::tr("The recording is damaged; it can be played up to %1.").arg(length);
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::app
