// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/classpeople.h"

#include "server/protocol/json.h"
#include "server/protocol/messagecodec.h"
#include "server/room/shard.h"

#include <algorithm>

namespace pushlab::room {

namespace {

constexpr qint64 searchedEntries = 5'000; // of the log's end, for what one member has said

void appendBans(QList<BanState> &bans, const QString &room, const Moderation &moderation)
{
    for (const Ban &ban : moderation.bans())
        bans.append({room, protocol::fromUtf8(ban.member), ban.address, ban.name});
}

//! The last messages of the member with that key, which begins the keys of what it has sent.
QList<SaidMessage> saidBy(const RoomLog &log, const QByteArray &member)
{
    QList<SaidMessage> said;
    if (!hasOwnId(member))
        return said;
    const QByteArray begin = member.sliced(memberKeyPrefix.size()) + '\0';
    const qint64 end = std::max(log.oldest(), log.next() - searchedEntries + 1);
    for (qint64 seq = log.next(); seq >= end && said.size() < SpotlightState::most; --seq) {
        if (log.at(seq).isControl() || !log.keyAt(seq).startsWith(begin))
            continue;
        if (const auto message = protocol::decodeMessage(protocol::parseJson(log.at(seq).json).object()))
            said.prepend({seq, message->text, message->accepted});
    }
    return said;
}

} // namespace

QList<BanState> bansOf(const Shard &shard)
{
    QList<BanState> bans;
    for (const auto &[name, room] : shard.rooms())
        appendBans(bans, name, room->moderation());
    std::stable_sort(bans.begin(), bans.end(), [](const BanState &one, const BanState &other) { return one.room < other.room; });
    QList<BanState> all;
    appendBans(all, {}, shard.moderation());
    return all + bans;
}

std::optional<SpotlightState> spotlightState(const Shard &shard, const ledger::Delays &delays)
{
    if (!shard.spotlit())
        return std::nullopt;
    const SpotlitMember &spotlit = *shard.spotlit();
    SpotlightState state;
    state.member.room = spotlit.room;
    state.member.key = protocol::fromUtf8(spotlit.member);
    state.member.name = spotlit.name;
    const Room *const room = shard.find(spotlit.room);
    if (!room)
        return state;
    state.said = saidBy(room->log(), spotlit.member);
    const auto found = room->members().find(spotlit.member);
    if (found == room->members().end())
        return state;
    state.isHere = true;
    state.member = memberState(shard, *room, spotlit.member, found->second);
    state.delays = delays.member({spotlit.room, spotlit.member}, found->second.technique);
    return state;
}

} // namespace pushlab::room
