// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/memberinfo.h"

#include "server/push/answers.h"
#include "server/room/memberstate.h"
#include "server/room/questionround.h"

namespace pushlab::push {

protocol::RoomInfo memberInfo(const Context &context, room::Room &room, const room::MemberIdentity &member)
{
    protocol::RoomInfo info = roomInfo(room.name(), room.log(), context.settings, context.shard.clock().wall());
    info.name = room.nameFor(member);
    if (context.question)
        info.question = context.question->askedOf(member.key);
    if (member.isTeacher)
        return info;
    if (room::hasOwnId(member.key)) {
        context.shard.giveAPart(member.key);
        info.own = context.shard.orders().of(member.key);
        if (!info.own.name.isEmpty())
            info.own.name = info.name; // with a number where it was taken
    }
    info.own.isMuted = room::isMuted(context.shard, room, member);
    return info;
}

} // namespace pushlab::push
