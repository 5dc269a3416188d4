// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/delays.h"
#include "server/room/memberstate.h"

#include <QList>
#include <QString>

#include <optional>

//! What the teacher has done with single members, for whoever shows it: the API, the windows, the projector.
namespace pushlab::room {

//! A ban that is in force. A value that may cross threads.
struct BanState
{
    QString room; //!< empty: it holds in all rooms
    QString member; //!< the member's key; empty: it is of an address alone
    QString address; //!< empty: it is of the member alone
    QString name; //!< the member's, when it was banned

    friend bool operator==(const BanState &, const BanState &) = default;
};

//! Those of the class first, then those of the rooms by name.
[[nodiscard]] QList<BanState> bansOf(const Shard &shard);

//! A message of the member in the spotlight.
struct SaidMessage
{
    qint64 seq = 0;
    QString text;
    double accepted = 0; //!< host's time, ms since 1970

    friend bool operator==(const SaidMessage &, const SaidMessage &) = default;
};

//! The member in the spotlight, with all that a projector shows of it. A value that may cross threads.
struct SpotlightState
{
    static constexpr qsizetype most = 5; //!< messages

    MemberState member; //!< only its room, key and name when it is not here
    ledger::MemberDelays delays; //!< as it reports them
    bool isHere = false; //!< false: it has left, and may come back
    QList<SaidMessage> said; //!< its last messages, ascending; withdrawn ones are left out
};

//! Nothing while nobody is in the spotlight.
[[nodiscard]] std::optional<SpotlightState> spotlightState(const Shard &shard, const ledger::Delays &delays);

} // namespace pushlab::room
