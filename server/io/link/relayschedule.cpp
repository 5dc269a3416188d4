// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/relayschedule.h"

#include <algorithm>

namespace pushlab::io {

using namespace std::chrono_literals;

namespace {

// Timers count in milliseconds and fire late rather than early: what is due within the next half goes with the rest, so that
// on average nothing is early or late.
constexpr auto tolerance = 500us;
constexpr int releasedATurn = 1000; // before others have theirs
constexpr qsizetype linkScratchBytes = 64 * 1024;

} // namespace

RelaySchedule::RelaySchedule(QObject *parent) : m_timer(parent), m_random(QRandomGenerator::global()->generate())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { releaseDue(); });
}

QByteArray &RelaySchedule::scratch()
{
    if (m_scratch.isEmpty())
        m_scratch.resize(linkScratchBytes);
    return m_scratch;
}

void RelaySchedule::schedule(Item &item, std::optional<Clock::time_point> due)
{
    if (item.m_scheduled == due)
        return;
    if (item.m_scheduled)
        m_entries.erase({*item.m_scheduled, &item});
    item.m_scheduled = due;
    if (!due)
        return; // the timer may fire for nothing, once
    m_entries.insert({*due, &item});
    if (!m_armedFor || *due < *m_armedFor)
        armTimer();
}

void RelaySchedule::armTimer()
{
    m_armedFor.reset();
    if (m_entries.empty())
        return;
    m_armedFor = m_entries.begin()->first;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*m_armedFor - dueBy());
    m_timer.start(std::max(wait, 0ms));
}

RelaySchedule::Clock::time_point RelaySchedule::dueBy()
{
    return Clock::now() + tolerance;
}

void RelaySchedule::releaseDue()
{
    const auto now = dueBy();
    m_armedFor = now; // what is scheduled meanwhile is seen to at the end
    for (int count = 0; count < releasedATurn && !m_entries.empty(); ++count) {
        const auto [due, item] = *m_entries.begin();
        if (due > now)
            break;
        m_entries.erase(m_entries.begin());
        item->m_scheduled.reset();
        item->release(now);
    }
    armTimer();
}

} // namespace pushlab::io
