// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/delays.h"
#include "server/protocol/race.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace pushlab::ledger {

//! The race that is open, or the last one: gathers the receipts that members report. Times are the host's, ms since 1970. A plain
//! class, bounded; server's thread.
class Races
{
public:
    //! Begins the next race, for \a starters, \a waiting being the longest waiting among them. Not while one is open.
    protocol::RaceCall begin(const QSet<MemberKey> &starters, double now, std::chrono::milliseconds waiting);
    //! Takes the receipt in \a report of the member that the room calls \a name. Counts once, and only while its race is open.
    void take(const MemberKey &from, const QString &name, const protocol::DelayReport &report, double now);
    //! Closes the race when its time is over. Returns true when that is so for the first time.
    bool close(double now);

    [[nodiscard]] bool isOpen() const { return m_race && m_race->isOpen; }
    //! The open race as far as it is known, or the last one; nullopt before the first.
    [[nodiscard]] const std::optional<protocol::Race> &race() const;

private:
    mutable std::optional<protocol::Race> m_race;
    mutable bool m_isRanked = true; //!< ranking is left until somebody looks
    QSet<MemberKey> m_silent;
    QSet<MemberKey> m_answered;
};

} // namespace pushlab::ledger
