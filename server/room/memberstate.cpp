// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/memberstate.h"

#include "server/protocol/json.h"
#include "server/room/shard.h"

namespace pushlab::room {

namespace {

MemberState::State stateOf(const Member &member)
{
    if (member.sockets > 0)
        return MemberState::State::Connected;
    return member.held > 0 ? MemberState::State::Waiting : MemberState::State::Idle;
}

} // namespace

MemberState memberState(const Shard &shard, const Room &room, const QByteArray &key, const Member &member)
{
    MemberState state;
    state.room = room.name();
    state.key = protocol::fromUtf8(key);
    state.name = member.name;
    state.address = member.address;
    state.technique = member.technique;
    state.state = stateOf(member);
    state.isMuted = isMuted(shard, room, {key, member.name, member.address});
    if (const protocol::OwnOrders own = shard.orders().of(key); !own.isBySplit)
        state.ordered = own.technique;
    for (size_t i = 0; i < member.usage.size(); ++i) {
        const ledger::Usage *const usage = shard.usage().find(member.usage[i]);
        if (!usage)
            continue;
        state.hasUsed.set(i);
        state.usage[i] = *usage;
        state.requests += usage->requests;
        state.delivered += usage->delivered;
        state.connections += usage->connections;
        state.bytes += usage->bytesUp() + usage->bytesDown();
    }
    return state;
}

QLatin1StringView stateName(MemberState::State state)
{
    switch (state) {
    case MemberState::State::Idle:
        return QLatin1StringView("idle");
    case MemberState::State::Waiting:
        return QLatin1StringView("waiting");
    case MemberState::State::Connected:
        return QLatin1StringView("connected");
    }
    Q_UNREACHABLE();
}

bool isMuted(const Shard &shard, const Room &room, const MemberIdentity &identity)
{
    return room.moderation().isMuted(identity) || shard.moderation().isMuted(identity);
}

} // namespace pushlab::room
