// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/clockoffset.h"

#include <chrono>
#include <cmath>

namespace pushlab::session {

namespace {

constexpr double drift = 20e-6; // of two ordinary quartz clocks against each other

} // namespace

void ClockOffset::addSample(double sent, double received, double hostNow)
{
    if (!(received >= sent))
        return;
    const Sample sample{hostNow - (sent + received) / 2, (received - sent) / 2, received};
    const std::optional<double> doubt = uncertainty(received);
    // When both samples cannot be right, a clock was set or this machine slept, and the newer sample is used.
    if (!doubt || sample.half <= *doubt || std::abs(sample.offset - m_best->offset) > sample.half + *doubt)
        m_best = sample;
}

void ClockOffset::addBound(double received, double hostNow)
{
    if (m_best && received + m_best->offset < hostNow)
        m_best->offset = hostNow - received;
}

std::optional<double> ClockOffset::hostTime(double local) const
{
    if (!m_best)
        return std::nullopt;
    return local + m_best->offset;
}

std::optional<double> ClockOffset::uncertainty(double local) const
{
    if (!m_best)
        return std::nullopt;
    return m_best->half + std::abs(local - m_best->taken) * drift;
}

std::optional<double> ClockOffset::roundTrip() const
{
    if (!m_best)
        return std::nullopt;
    return 2 * m_best->half;
}

double localMilliseconds()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace pushlab::session
