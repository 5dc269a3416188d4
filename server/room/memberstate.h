// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/counters.h"
#include "server/protocol/technique.h"

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <bitset>
#include <optional>

namespace pushlab::room {

class Room;
class Shard;
struct Member;
struct MemberIdentity;

//! Members of a room, or of all, that are listed at once; further ones are only counted.
inline constexpr int maxListedMembers = 1000;

//! What a member is at one moment, for whoever shows it: the API and the windows. A value that may cross threads.
struct MemberState
{
    enum class State : quint8 { Idle, Waiting, Connected };
    static constexpr size_t techniqueCount = protocol::allTechniques.size();

    QString room;
    QString key; //!< stable while the member stays
    QString name; //!< empty when it never said one
    QString address;
    protocol::Technique technique = protocol::Technique::Polling;
    State state = State::Idle; //!< Waiting: a request is held; Connected: an open WebSocket or stream of events
    bool isMuted = false; //!< in its room or in all of them
    std::optional<protocol::Technique> ordered{}; //!< the technique that the teacher has set for this member alone
    qint64 requests = 0; //!< these four by all techniques
    qint64 delivered = 0;
    qint64 connections = 0; //!< opened so far
    qint64 bytes = 0; //!< both directions
    std::array<ledger::Usage, techniqueCount> usage; //!< by Technique
    std::bitset<techniqueCount> hasUsed; //!< likewise
};

//! The one place that puts it together. \a member is of that \a key in \a room, which is of \a shard.
[[nodiscard]] MemberState memberState(const Shard &shard, const Room &room, const QByteArray &key, const Member &member);

//! "idle", "waiting" or "connected", as the API writes it.
[[nodiscard]] QLatin1StringView stateName(MemberState::State state);

//! Whether the teacher has muted \a identity, in \a room or in all of them.
[[nodiscard]] bool isMuted(const Shard &shard, const Room &room, const MemberIdentity &identity);

} // namespace pushlab::room
