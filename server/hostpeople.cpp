// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/hostpeople.h"

#include "server/hostsnapshot.h"
#include "server/room/census.h"
#include "server/room/shard.h"

#include <algorithm>
#include <array>

namespace pushlab::server {

namespace {

void appendMembers(HostSnapshot &snapshot, const room::Shard &shard, const room::Room &room, const ledger::Delays &delays)
{
    for (const auto &[key, member] : room.members()) {
        if (snapshot.members.size() == room::maxListedMembers)
            return;
        if (!member.isPerson())
            continue;
        snapshot.members.append(
            MemberSnapshot{memberState(shard, room, key, member), delays.member({room.name(), key}, member.technique)});
    }
}

//! All virtual clients as if they were one, which uses the technique that most of them use.
MemberSnapshot virtualClients(const room::Shard &shard)
{
    MemberSnapshot all;
    std::array<int, protocol::allTechniques.size()> users{};
    for (const auto &entry : shard.rooms()) {
        for (const auto &[key, member] : entry.second->members()) {
            if (!member.isVirtual || member.isTeacher)
                continue;
            const room::MemberState one = memberState(shard, *entry.second, key, member);
            ++users.at(size_t(one.technique));
            all.state = std::max(all.state, one.state);
            all.requests += one.requests;
            all.delivered += one.delivered;
            all.connections += one.connections;
            all.bytes += one.bytes;
        }
    }
    all.technique = protocol::Technique(std::max_element(users.cbegin(), users.cend()) - users.cbegin());
    return all;
}

} // namespace

void appendPeople(HostSnapshot &snapshot, const room::Shard &shard, const room::Room &own, const ledger::Delays &delays)
{
    appendMembers(snapshot, shard, own, delays);
    room::Census census;
    for (const auto &entry : shard.rooms()) {
        census += room::censusOf(*entry.second);
        if (entry.second.get() != &own)
            appendMembers(snapshot, shard, *entry.second, delays);
    }
    snapshot.memberCount = census.people;
    snapshot.elsewhereCount = census.people - room::censusOf(own).people;
    snapshot.virtualCount = census.virtualClients;
    if (census.virtualClients > 0)
        snapshot.virtualClients = virtualClients(shard);
}

} // namespace pushlab::server
