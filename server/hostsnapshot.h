// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/classmark.h"
#include "server/ledger/counters.h"
#include "server/ledger/delayfigures.h"
#include "server/protocol/classsettings.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::server {

using ledger::DelayFigures;
using ledger::MemberDelays;
using ledger::OtherCounters;
using ledger::TechniqueCounters;
using ledger::TechniqueDelays;
using ledger::TlsCounters;
using ledger::Usage;

//! One member of a room as the teacher sees it.
struct MemberSnapshot
{
    enum class State : quint8 { Idle, Waiting, Connected };

    QString room;
    QString key; //!< stable while the member stays
    QString name; //!< empty when it never said one
    QString address;
    protocol::Technique technique = protocol::Technique::Polling;
    State state = State::Idle; //!< Waiting: a request is held; Connected: an open WebSocket
    qint64 requests = 0;
    qint64 delivered = 0;
    qint64 connections = 0; //!< opened so far
    qint64 bytes = 0; //!< both directions
    std::array<ledger::Usage, protocol::allTechniques.size()> usage; //!< by Technique
    MemberDelays delays; //!< as it reports them
    bool isMuted = false;
    std::optional<protocol::Technique> ordered{}; //!< the technique that the teacher has set for it alone
};

//! Where the messages are kept.
struct StorageState
{
    enum class Kind : quint8 { Memory, File, Failed };

    Kind kind = Kind::Memory; //!< Failed: memory alone, though a file was wanted
    QString problem; //!< why, in English

    friend bool operator==(const StorageState &, const StorageState &) = default;
};

//! The host at one moment, as values that may cross threads.
struct HostSnapshot
{
    double now = 0; //!< ms since 1970
    double resetAt = 0; //!< when figures were last to begin anew; the counters below go on; 0: never
    std::array<TechniqueCounters, protocol::allTechniques.size()> techniques; //!< by Technique
    OtherCounters other;
    std::optional<TlsCounters> tls; //!< nothing without TLS
    std::array<TechniqueDelays, protocol::allTechniques.size()> delays; //!< by Technique, as members report them
    QList<MemberSnapshot> members; //!< at most 1,000, those of the class's room first
    qint64 memberCount = 0; //!< of all rooms
    qint64 elsewhereCount = 0; //!< of them, those in another room than the class's
    int rooms = 0;
    int connections = 0; //!< open now
    qint64 messages = 0; //!< appended to all rooms since the start
    protocol::ClassSettings settings; //!< in force
    QList<ClassMark> marks; //!< the last 200, ascending
    StorageState storage;
    bool isLocked = false; //!< the class, or its own room
    bool fromOtherMachine = false; //!< somebody who is not on this machine has come in
};

} // namespace pushlab::server
