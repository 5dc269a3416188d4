// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/virtualmembers.h"

#include <QCoreApplication>

namespace pushlab::app {

using server::MemberSnapshot;

QList<MemberSnapshot> withVirtualNamed(QList<MemberSnapshot> members, qint64 count, const QString &room)
{
    for (MemberSnapshot &member : members) {
        if (!member.room.isEmpty())
            continue;
        member.room = room;
        member.name = QCoreApplication::translate("VirtualMembers", "%n virtual client(s)", nullptr, int(count));
    }
    return members;
}

} // namespace pushlab::app
