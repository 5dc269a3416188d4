// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/memberstats.h"

#include "server/ledger/ledger.h"
#include "server/protocol/json.h"

namespace pushlab::api {

namespace {

void appendMember(QByteArray &json, const room::Room &room, const room::Member &member, const ledger::UsageTable &table)
{
    json += "{\"room\":";
    protocol::appendJsonString(json, room.name().toUtf8());
    json += ",\"name\":";
    protocol::appendJsonString(json, member.name.toUtf8());
    json += ",\"technique\":";
    protocol::appendJsonString(json, protocol::techniqueName(member.technique));
    json += ",\"techniques\":{";
    bool isFirst = true;
    for (const protocol::Technique technique : protocol::allTechniques) {
        const ledger::Usage *const usage = table.find(member.usage[size_t(technique)]);
        if (!usage)
            continue;
        if (!std::exchange(isFirst, false))
            json += ',';
        protocol::appendJsonString(json, protocol::techniqueName(technique));
        json += ":{";
        ledger::appendUsage(json, *usage);
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
            if (count == maxMemberStats)
                break;
            if (count++ > 0)
                json += ',';
            appendMember(json, *entry.second, member, shard.usage());
        }
    }
    json += ']';
}

} // namespace pushlab::api
