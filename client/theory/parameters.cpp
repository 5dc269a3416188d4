// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/parameters.h"

#include <cmath>

namespace pushlab::theory {

namespace {

bool isFinite(Seconds duration)
{
    return std::isfinite(duration.count()) && duration.count() >= 0;
}

bool isFinite(double value)
{
    return std::isfinite(value) && value >= 0;
}

} // namespace

bool isValid(const Parameters &parameters)
{
    return isFinite(parameters.rate) && isFinite(parameters.oneWay) && isFinite(parameters.turnAround)
        && isFinite(parameters.pollInterval) && parameters.hold.count() >= 0 && isFinite(parameters.headerBytes)
        && isFinite(parameters.messageBytes) && isFinite(parameters.pingInterval) && pollCycle(parameters).count() > 0
        && (roundTrip(parameters) + parameters.hold).count() > 0;
}

Seconds roundTrip(const Parameters &parameters)
{
    const int transits = parameters.connections == Connections::NewEachTime ? 4 : 2;
    return transits * parameters.oneWay + parameters.turnAround;
}

Seconds pollCycle(const Parameters &parameters)
{
    if (parameters.pollTimer == PollTimer::RunsOn)
        return parameters.pollInterval;
    return parameters.pollInterval + roundTrip(parameters);
}

} // namespace pushlab::theory
