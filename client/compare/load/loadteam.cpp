// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/loadteam.h"

#include <algorithm>

namespace pushlab::compare {

LoadTeam::LoadTeam(Variant variant, const Target &target, const RunOptions &options, MessageBook &book, const HostClock &clock)
    : m_variant(variant), m_context{target, options, Tally(book, clock)}
{
    for (int i = 0; i < options.clients; ++i)
        m_clients.push_back(makeVirtualClient(variant, m_context, i));
    if (options.isRecorded && !m_clients.empty())
        m_clients.front()->record(m_recording);
}

LoadTeam::~LoadTeam() = default;

//! All that was counted, with what the sockets know.
Counters LoadTeam::counters() const
{
    Counters sum = m_context.tally.counters;
    for (const auto &client : m_clients) {
        const SocketTotals totals = client->totals();
        sum.socketBytes += totals.bytes;
        sum.segments += totals.segments;
        sum.segmentBytes += totals.segmentBytes;
        sum.connections += totals.connections;
    }
    return sum;
}

void LoadTeam::beginWindow()
{
    m_atBegin = m_atSecond = counters();
    m_tallyAtBegin = m_context.tally.counters;
}

void LoadTeam::addSecond()
{
    const Counters &now = m_context.tally.counters;
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
    const MessageBook &book = m_context.tally.book;
    const LogPosition &position = client.position();
    return isByNumber() ? book.confirmed() - position.seenCount : book.lastSeq() - position.lastSeq;
}

bool LoadTeam::hasEverything() const
{
    return std::all_of(m_clients.begin(), m_clients.end(), [this](const auto &client) { return missing(*client) <= 0; });
}

VariantRound LoadTeam::tallied(double seconds) const
{
    const Tally &tally = m_context.tally;
    VariantRound round;
    round.variant = m_variant;
    round.clients = int(m_clients.size());
    round.seconds = seconds;
    round.sent = isByNumber() ? tally.book.sentInWindow() : tally.book.inWindow();
    round.expected = round.sent * round.clients;
    round.delivered = tally.delivered;
    round.delays = tally.delays;
    round.roundTrips = tally.roundTrips;
    round.timeline = m_timeline;
    round.delayMessages = tally.timedMessages;
    return round;
}

VariantRound LoadTeam::soFar(double seconds) const
{
    VariantRound round = tallied(seconds);
    round.counters = m_context.tally.counters;
    round.counters -= m_tallyAtBegin;
    return round;
}

VariantRound LoadTeam::result(double seconds) const
{
    const Tally &tally = m_context.tally;
    const Counters all = counters();
    VariantRound round = tallied(seconds);
    round.counters = m_inWindow;
    round.handshakeBytes = all.asking.up.handshake + all.asking.down.handshake;
    round.connections = all.connections;
    round.lost = tally.skipped;
    for (const auto &client : m_clients)
        round.lost += missing(*client);
    round.repeated = tally.repeated;
    round.failures = all.failures;
    round.samples = tally.samples;
    round.messageDelays = tally.messageDelays();
    round.recording = m_recording;
    return round;
}

} // namespace pushlab::compare
