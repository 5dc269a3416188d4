// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/loadteam.h"

#include "client/compare/load/clientkind.h"

#include <algorithm>

namespace pushlab::compare {

LoadTeam::LoadTeam(Variant variant, const Target &target, const RunOptions &options, MessageTracker &tracker, const HostClock &clock)
    : m_variant(variant), m_context{target, options, Metrics(tracker, clock)}
{
    for (int i = 0; i < options.clients; ++i)
        m_clients.push_back(makeVirtualClient(variant, m_context, i));
    if (options.isRecorded && !m_clients.empty())
        m_clients.front()->record(m_recording);
}

LoadTeam::~LoadTeam() = default;

//! All counters, with those of the sockets.
Counters LoadTeam::counters() const
{
    Counters sum = m_context.metrics.counters;
    SocketTotals totals;
    for (const auto &client : m_clients)
        totals += client->totals();
    sum.socketBytes += totals.bytes;
    sum.segments += totals.segments;
    sum.segmentBytes += totals.segmentBytes;
    sum.connections += totals.connections;
    return sum;
}

void LoadTeam::beginWindow()
{
    m_atBegin = m_atSecond = counters();
    m_metricsAtBegin = m_context.metrics.counters;
}

void LoadTeam::addSecond()
{
    const Counters &now = m_context.metrics.counters;
    m_timeline.append({now.requests - m_atSecond.requests, now.asking.total() - m_atSecond.asking.total()});
    m_atSecond = now;
}

void LoadTeam::endWindow()
{
    m_inWindow = counters();
    m_inWindow -= m_atBegin;
}

qint64 LoadTeam::missing(const VirtualClient &client) const
{
    const MessageTracker &tracker = m_context.metrics.tracker;
    const LogPosition &position = client.position();
    return isByNumber() ? tracker.confirmed() - position.seenCount : tracker.lastSeq() - position.lastSeq;
}

bool LoadTeam::hasEverything() const
{
    return std::all_of(m_clients.begin(), m_clients.end(), [this](const auto &client) { return missing(*client) <= 0; });
}

VariantRound LoadTeam::tallied(double seconds) const
{
    const Metrics &metrics = m_context.metrics;
    VariantRound round;
    round.variant = m_variant;
    round.clients = int(m_clients.size());
    round.seconds = seconds;
    round.sent = isByNumber() ? metrics.tracker.sentInWindow() : metrics.tracker.inWindow();
    round.expected = round.sent * round.clients;
    round.delivered = metrics.delivered;
    round.delays = metrics.delays;
    round.roundTrips = metrics.roundTrips;
    round.timeline = m_timeline;
    round.delayMessages = metrics.timedMessages;
    return round;
}

VariantRound LoadTeam::soFar(double seconds) const
{
    VariantRound round = tallied(seconds);
    round.counters = m_context.metrics.counters;
    round.counters -= m_metricsAtBegin;
    return round;
}

VariantRound LoadTeam::result(double seconds) const
{
    const Metrics &metrics = m_context.metrics;
    const Counters all = counters();
    VariantRound round = tallied(seconds);
    round.counters = m_inWindow;
    round.handshakeBytes = all.asking.up.handshake + all.asking.down.handshake;
    round.connections = all.connections;
    round.lost = metrics.skipped;
    for (const auto &client : m_clients)
        round.lost += missing(*client);
    round.repeated = metrics.repeated;
    round.failures = all.failures;
    round.samples = metrics.samples;
    round.messageDelays = metrics.messageDelays();
    round.recording = m_recording;
    return round;
}

} // namespace pushlab::compare
