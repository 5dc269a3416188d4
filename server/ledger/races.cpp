// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/races.h"

#include "server/protocol/limits.h"

#include <utility>

namespace pushlab::ledger {

using protocol::Race;

protocol::RaceCall Races::begin(const QSet<MemberKey> &starters, double now, std::chrono::milliseconds waiting)
{
    Q_ASSERT(!isOpen());
    const std::chrono::milliseconds open = waiting + protocol::raceGrace;
    Race race;
    race.number = m_race ? m_race->number + 1 : 1;
    race.began = now;
    race.closes = now + double(open.count());
    race.waiting = waiting;
    race.isOpen = true;
    race.silent = starters.size();
    m_race = race;
    m_isRanked = true;
    m_silent = starters;
    m_answered.clear();
    return {race.number, open};
}

void Races::take(const MemberKey &from, const QString &name, const protocol::DelayReport &report, double now)
{
    if (!isOpen() || report.race != m_race->number || now >= m_race->closes)
        return;
    if (m_answered.contains(from) || m_answered.size() >= protocol::maxReportingMembers)
        return;
    m_answered.insert(from);
    m_silent.remove(from);
    protocol::RaceReceipt receipt{from.room, name, report.technique, {}, {}};
    if (!report.delivery.isEmpty())
        receipt.delay = std::chrono::duration<double, std::milli>(report.delivery.max()).count();
    receipt.uncertainty = report.uncertainty;
    m_race->receipts.append(receipt);
    m_race->answered = m_answered.size();
    m_race->silent = m_silent.size();
    m_isRanked = false;
}

bool Races::close(double now)
{
    if (!isOpen() || now < m_race->closes)
        return false;
    m_race->isOpen = false;
    m_silent.clear();
    m_answered.clear();
    return true;
}

const std::optional<Race> &Races::race() const
{
    if (!std::exchange(m_isRanked, true))
        m_race = protocol::ranked(*std::move(m_race));
    return m_race;
}

} // namespace pushlab::ledger
