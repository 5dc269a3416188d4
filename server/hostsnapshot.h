// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/classmark.h"
#include "server/ledger/counters.h"
#include "server/ledger/delayfigures.h"
#include "server/protocol/classsettings.h"
#include "server/protocol/questionresult.h"
#include "server/protocol/race.h"
#include "server/room/classpeople.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::server {

using ledger::MemberDelays;
using ledger::OtherCounters;
using ledger::TechniqueCounters;
using ledger::TechniqueDelays;
using ledger::TlsCounters;
using ledger::Usage;
using room::BanState;
using room::SpotlightState;

//! One member of a room as the teacher sees it.
struct MemberSnapshot : room::MemberState
{
    MemberDelays delays; //!< as it reports them
};

//! Where the messages are stored.
struct StorageState
{
    enum class Kind : quint8 { Memory, File, Failed };

    Kind kind = Kind::Memory; //!< Failed: in memory only, although a file was wanted
    QString problem; //!< what went wrong, in English; empty otherwise

    friend bool operator==(const StorageState &, const StorageState &) = default;
};

//! The host at one moment, as values that may cross threads.
struct HostSnapshot
{
    double now = 0; //!< ms since 1970
    double resetAt = 0; //!< when the figures were last restarted, ms since 1970; the counters below go on; 0: never
    std::array<TechniqueCounters, protocol::allTechniques.size()> techniques; //!< indexed by Technique
    OtherCounters other;
    std::optional<TlsCounters> tls; //!< nothing without TLS
    std::array<TechniqueDelays, protocol::allTechniques.size()> delays; //!< indexed by Technique, as members report them
    QList<MemberSnapshot> members; //!< at most 1,000, those of the class's room first; without the teacher
    qint64 memberCount = 0; //!< of all rooms, without the teacher
    qint64 virtualCount = 0; //!< clients of comparisons, which are no members
    MemberSnapshot virtualClients; //!< all of them as one, without a name, key and room
    qint64 elsewhereCount = 0; //!< members in rooms other than the class's, of memberCount
    int rooms = 0;
    int connections = 0; //!< open now
    qint64 messages = 0; //!< appended to all rooms since the start
    protocol::ClassSettings settings; //!< in force
    std::optional<protocol::Race> race; //!< the open one, or the last
    QList<ClassMark> marks; //!< the last 200, ascending
    protocol::QuestionState question; //!< what the class is asked
    StorageState storage;
    QList<BanState> bans; //!< in force
    std::optional<SpotlightState> spotlight; //!< the member in it, with its last messages
    bool isLocked = false; //!< the class, or the class's own room, is locked
    bool fromOtherMachine = false; //!< a client from another machine has connected
};

} // namespace pushlab::server
