// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/figurehistory.h"

#include <algorithm>
#include <utility>

namespace pushlab::app {

namespace {

constexpr double fineStep = 1000; // ms between two stored states
constexpr double fineSpan = 65'000; // ms for which these are kept: beyond a window of one minute, coarser ones suffice
constexpr double coarseStep = 5000;
constexpr double shortestWindow = 1000;
constexpr double msPerMinute = 60'000;

// Unique among the members of all rooms, where the same key may occur in two rooms.
QString keyInClass(const server::MemberSnapshot &member)
{
    return member.room + u'/' + member.key; // names of rooms contain no '/'
}

void widen(ClockDoubts &doubts, const ClockDoubts &others)
{
    for (size_t i = 0; i < doubts.size(); ++i)
        doubts[i] = std::max(doubts[i], others[i]);
}

//! Subtracts \a before; when the count is smaller, the member has left and joined again, and all of it is new.
void countSince(qint64 before, qint64 &count)
{
    if (count >= before)
        count -= before;
}

std::optional<double> quantileBetween(const protocol::DelayHistogram &older, const protocol::DelayHistogram &newer, double p)
{
    const auto delay = newer.quantileSince(older, p);
    return delay ? std::optional(std::chrono::duration<double, std::milli>(*delay).count()) : std::nullopt;
}

} // namespace

void FigureHistory::add(const server::HostSnapshot &snapshot)
{
    State state;
    state.now = snapshot.now;
    state.techniques = snapshot.techniques;
    state.other = snapshot.other;
    state.doubts = clockDoubts(snapshot.members);
    m_members = snapshot.members;
    if (snapshot.virtualCount > 0)
        m_members.append(snapshot.virtualClients);
    for (size_t i = 0; i < state.deliveries.size(); ++i) {
        state.deliveries[i] = snapshot.delays[i].deliveries;
        if (m_newest) {
            const double passed = (snapshot.now - m_newest->now) / msPerMinute;
            const server::TechniqueCounters &before = m_newest->techniques[i];
            state.memberMinutes[i] = m_newest->memberMinutes[i] + double(before.members + before.virtualClients) * passed;
        }
    }
    if (m_states.isEmpty()) {
        State start; // everything counted so far was counted in this window
        start.now = snapshot.now;
        m_states.append(start);
    } else if (m_newest) {
        widen(state.doubts, m_newest->doubts);
    }
    if (snapshot.now - m_states.last().now >= fineStep) {
        keep(state);
        thinOut();
        state.doubts = {};
    }
    m_newest = std::move(state);
}

void FigureHistory::keep(const State &state)
{
    m_states.append(state);
    QHash<QString, MemberCounts> &counts = m_states.last().members;
    counts.reserve(m_members.size());
    for (const server::MemberSnapshot &member : std::as_const(m_members))
        counts.insert(keyInClass(member), {member.requests, member.delivered, member.connections, member.bytes});
}

void FigureHistory::thinOut()
{
    const double now = m_states.last().now;
    while (m_settled < m_states.size() && m_states.at(m_settled).now <= now - fineSpan) {
        const bool isClose = m_settled > 0 && m_states.at(m_settled).now - m_states.at(m_settled - 1).now < coarseStep;
        if (!isClose) {
            ++m_settled;
            continue;
        }
        // The next state exists, because the last one is recent.
        widen(m_states[m_settled + 1].doubts, m_states.at(m_settled).doubts);
        m_states.removeAt(m_settled);
    }
    const double oldest = now - double(std::chrono::milliseconds(longest).count());
    while (m_states.size() > 2 && m_states.at(1).now <= oldest) {
        m_states.removeFirst();
        m_settled = std::max<qsizetype>(0, m_settled - 1);
    }
}

void FigureHistory::reset()
{
    m_states.clear();
    m_settled = 0;
    if (!m_newest)
        return;
    keep(*m_newest);
    m_newest->doubts = {};
}

//! The index of the state at which the window begins; -1 when there is none yet.
qsizetype FigureHistory::startOf(std::chrono::seconds window) const
{
    if (!m_newest)
        return -1;
    const double start = m_newest->now - double(std::chrono::milliseconds(window).count());
    const auto after = std::upper_bound(m_states.cbegin(), m_states.cend(), start,
                                        [](double time, const State &state) { return time < state.now; });
    return std::max<qsizetype>(0, after - m_states.cbegin() - 1);
}

QList<server::MemberSnapshot> FigureHistory::members(std::chrono::seconds window) const
{
    QList<server::MemberSnapshot> members = m_members;
    const qsizetype start = startOf(window);
    if (start < 0)
        return members;
    const QHash<QString, MemberCounts> &before = m_states.at(start).members;
    for (server::MemberSnapshot &member : members) {
        const MemberCounts then = before.value(keyInClass(member));
        countSince(then.requests, member.requests);
        countSince(then.delivered, member.delivered);
        countSince(then.connections, member.connections);
        countSince(then.bytes, member.bytes);
    }
    return members;
}

std::optional<WindowFigures> FigureHistory::figures(std::chrono::seconds window) const
{
    const qsizetype start = startOf(window);
    if (start < 0)
        return std::nullopt;
    const State &older = m_states.at(start);
    if (m_newest->now - older.now < shortestWindow)
        return std::nullopt;
    ClockDoubts doubts = m_newest->doubts;
    for (qsizetype i = start + 1; i < m_states.size(); ++i)
        widen(doubts, m_states.at(i).doubts);
    WindowFigures figures;
    figures.seconds = (m_newest->now - older.now) / 1000;
    for (size_t i = 0; i < figures.techniques.size(); ++i) {
        TechniqueFigures &technique = figures.techniques[i];
        technique.usage = m_newest->techniques[i];
        technique.usage -= older.techniques[i];
        technique.members = m_newest->techniques[i].members;
        technique.virtualClients = m_newest->techniques[i].virtualClients;
        technique.memberMinutes = m_newest->memberMinutes[i] - older.memberMinutes[i];
        technique.doubt = doubts[i];
        technique.p50 = quantileBetween(older.deliveries[i], m_newest->deliveries[i], 0.5);
        technique.p95 = quantileBetween(older.deliveries[i], m_newest->deliveries[i], 0.95);
    }
    figures.other = m_newest->other;
    figures.other -= older.other;
    return figures;
}

} // namespace pushlab::app
