// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/clocksampler.h"

#include "client/compare/load/messagescan.h"
#include "server/protocol/paths.h"

#include <algorithm>
#include <chrono>

namespace pushlab::compare {

namespace {

constexpr int wantedSamples = 6; // the first one includes opening the connection
constexpr double ownUncertainty = 0.05; // ms: of two readings of the clock, and of its adjustment by the system

} // namespace

ClockSampler::ClockSampler(const Target &target, Done done) : m_target(target), m_channel(target, true), m_done(std::move(done))
{
    ask();
}

void ClockSampler::ask()
{
    m_asked = session::localMilliseconds();
    m_channel.exchange(browserHead("GET", protocol::timePath, m_target, true), 0, m_traffic,
                       [this](const HttpAnswer &answer) { take(answer); });
}

void ClockSampler::take(const HttpAnswer &answer)
{
    const double received = session::localMilliseconds();
    const auto now = numberAt(answer.body, "\"now\":");
    if (answer.status != 200 || !now) {
        m_done(std::nullopt);
        return;
    }
    m_offset.addSample(m_asked, received, *now);
    m_shortest = std::min(m_shortest, received - m_asked);
    if (++m_samples < wantedSamples) {
        ask();
        return;
    }
    m_channel.close();
    m_done(Reading{{*m_offset.hostTime(received) - received, *m_offset.uncertainty(received)}, m_shortest});
}

HostClock ownClock()
{
    const double before = session::localMilliseconds();
    const double wall = std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
    const double after = session::localMilliseconds();
    return {wall - (before + after) / 2, (after - before) / 2 + ownUncertainty};
}

} // namespace pushlab::compare
