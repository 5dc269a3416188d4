// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/memberstats.h"

#include "server/ledger/ledger.h"
#include "server/protocol/json.h"
#include "server/room/memberstate.h"

namespace pushlab::api {

namespace {

void appendMember(QByteArray &json, const room::MemberState &member)
{
    json += "{\"room\":";
    protocol::appendJsonString(json, member.room.toUtf8());
    json += ",\"name\":";
    protocol::appendJsonString(json, member.name.toUtf8());
    json += ",\"technique\":";
    protocol::appendJsonString(json, protocol::techniqueName(member.technique));
    json += ",\"techniques\":{";
    bool isFirst = true;
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (!member.hasUsed.test(size_t(technique)))
            continue;
        if (!std::exchange(isFirst, false))
            json += ',';
        protocol::appendJsonString(json, protocol::techniqueName(technique));
        json += ":{";
        ledger::appendUsage(json, member.usage[size_t(technique)]);
        json += '}';
    }
    json += "}}";
}

} // namespace

void appendMemberStats(QByteArray &json, const room::Shard &shard)
{
    json += ",\"members\":[";
    int count = 0;
    for (const auto &entry : shard.rooms()) {
        for (const auto &[key, member] : entry.second->members()) {
            if (count == room::maxListedMembers)
                break;
            if (!member.isPerson())
                continue;
            if (count++ > 0)
                json += ',';
            appendMember(json, memberState(shard, *entry.second, key, member));
        }
    }
    json += ']';
}

} // namespace pushlab::api
