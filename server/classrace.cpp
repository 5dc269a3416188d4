// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classrace.h"

#include "server/room/member.h"

#include <algorithm>
#include <cmath>

namespace pushlab::server {

ClassRace::ClassRace(room::Shard &shard, ledger::Ledger &ledger, const protocol::ClassSettings &settings)
    : m_shard(shard), m_ledger(ledger), m_settings(settings)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_end, &QTimer::timeout, &m_end, [this] { close(); });
}

//! Readers of the tutorials' routes, who have no id, are told nothing and report nothing: they do not take part. Nor does the teacher.
bool ClassRace::start()
{
    if (m_ledger.races().isOpen())
        return false;
    QSet<ledger::MemberKey> starters;
    QList<protocol::Technique> used;
    for (const auto &[name, room] : m_shard.rooms()) {
        for (const auto &[key, member] : room->members()) {
            if (!member.isPerson() || !key.startsWith(room::memberKeyPrefix))
                continue;
            starters.insert({name, key});
            if (!used.contains(member.technique))
                used.append(member.technique);
        }
    }
    const auto waiting = protocol::longestWaiting(m_settings, used);
    const protocol::RaceCall call = m_ledger.races().begin(starters, m_shard.clock().wall(), waiting);
    m_end.start(call.open);
    tell(protocol::raceControl(call));
    return true;
}

void ClassRace::close()
{
    ledger::Races &races = m_ledger.races();
    const double now = m_shard.clock().wall();
    if (races.close(now))
        tell(protocol::raceResultControl(*races.race()));
    else if (races.isOpen()) // the timer was early
        m_end.start(std::chrono::milliseconds(std::max(1LL, std::llround(std::ceil(races.race()->closes - now)))));
}

void ClassRace::tell(const QJsonObject &control) const
{
    for (const auto &entry : m_shard.rooms())
        entry.second->append(protocol::ControlEntry{0, 0, control});
}

} // namespace pushlab::server
