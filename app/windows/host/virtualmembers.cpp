// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/virtualmembers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using server::MemberSnapshot;

bool isVirtual(const MemberSnapshot &member)
{
    return member.name.isEmpty() && member.room.startsWith(u"compare-"_s);
}

QList<MemberSnapshot> withVirtualAsOne(const QList<MemberSnapshot> &members, const QString &room)
{
    QList<MemberSnapshot> lines;
    MemberSnapshot line;
    std::array<int, protocol::allTechniques.size()> users{};
    int count = 0;
    for (const MemberSnapshot &member : members) {
        if (!isVirtual(member)) {
            lines.append(member);
            continue;
        }
        ++count;
        ++users.at(size_t(member.technique));
        line.state = std::max(line.state, member.state);
        line.requests += member.requests;
        line.delivered += member.delivered;
        line.connections += member.connections;
        line.bytes += member.bytes;
    }
    if (count == 0)
        return lines;
    line.room = room;
    line.name = QCoreApplication::translate("VirtualMembers", "%n virtual client(s)", nullptr, count);
    line.technique = protocol::Technique(std::max_element(users.cbegin(), users.cend()) - users.cbegin()); // of most of them
    lines.append(line);
    return lines;
}

server::HostSnapshot withoutVirtual(server::HostSnapshot snapshot)
{
    const qsizetype before = snapshot.members.size();
    snapshot.members.removeIf(isVirtual);
    const qsizetype removed = before - snapshot.members.size();
    snapshot.memberCount -= removed;
    snapshot.elsewhereCount -= removed;
    return snapshot;
}

} // namespace pushlab::app
