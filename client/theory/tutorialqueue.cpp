// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/tutorialqueue.h"

#include <cmath>
#include <limits>

namespace pushlab::theory::tutorialqueue {

namespace {

constexpr double minute = 60;
constexpr Seconds infinite{std::numeric_limits<double>::infinity()};

//! The time between messages: idle with an open request, then possibly without one, after an answer without a message.
struct Spell
{
    double idle; //!< seconds in the mean
    double timeOut; //!< probability that the hold ends without a message

    [[nodiscard]] double length(double away) const { return idle + timeOut * away; }
};

Spell spellOf(const Parameters &parameters)
{
    const double messages = parameters.rate > 0 ? parameters.rate * parameters.hold.count() : 0;
    if (messages < 1e-8) // 0/0 at rate 0: the series
        return {parameters.hold.count() * (1 - messages / 2), 1 - messages};
    return {-std::expm1(-messages) / parameters.rate, std::exp(-messages)};
}

//! v: the share of vacations in the time in which no message is served.
double vacation(const Parameters &parameters)
{
    const double away = roundTrip(parameters).count();
    const Spell spell = spellOf(parameters);
    return away > 0 ? spell.timeOut * away / spell.length(away) : 0;
}

double emptyPerSecond(const Parameters &parameters)
{
    const double free = 1 - load(parameters);
    const Spell spell = spellOf(parameters);
    return free > 0 ? free * spell.timeOut / spell.length(roundTrip(parameters).count()) : 0;
}

double messagesPerSecond(const Parameters &parameters)
{
    return load(parameters) < 1 ? parameters.rate : 1 / roundTrip(parameters).count();
}

} // namespace

double load(const Parameters &parameters)
{
    return parameters.rate * roundTrip(parameters).count();
}

Seconds meanDelay(const Parameters &parameters)
{
    const double rho = load(parameters);
    if (rho >= 1)
        return infinite;
    const Seconds away = roundTrip(parameters);
    return parameters.oneWay + away * (rho / (2 * (1 - rho)) + vacation(parameters) / 2);
}

Seconds standardDeviation(const Parameters &parameters)
{
    const double rho = load(parameters);
    if (rho >= 1)
        return infinite;
    // M/G/1: Var W = lambda E[S^3] / (3 (1 - rho)) + (lambda E[S^2])^2 / (4 (1 - rho)^2), here in units of R^2
    const double queueing = rho / (3 * (1 - rho)) + std::pow(rho / (2 * (1 - rho)), 2);
    const double share = vacation(parameters);
    return roundTrip(parameters) * std::sqrt(queueing + share / 3 - share * share / 4);
}

double requestsPerMinute(const Parameters &parameters)
{
    return minute * (messagesPerSecond(parameters) + emptyPerSecond(parameters));
}

double emptyShare(const Parameters &parameters)
{
    const double empty = emptyPerSecond(parameters);
    return empty > 0 ? empty / (empty + messagesPerSecond(parameters)) : 0;
}

double bytesPerMinute(const Parameters &parameters)
{
    return requestsPerMinute(parameters) * parameters.headerBytes + minute * messagesPerSecond(parameters) * parameters.messageBytes;
}

} // namespace pushlab::theory::tutorialqueue
