// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/models.h"

#include "client/theory/eventoverhead.h"
#include "server/protocol/techniquetraits.h"

#include <cmath>
#include <limits>

namespace pushlab::theory {

using protocol::Technique;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double secondsAMinute = 60;

//! The expected number of messages in \a duration; 0 at rate 0, even if \a duration is infinite.
double expected(double rate, Seconds duration)
{
    return rate > 0 ? rate * duration.count() : 0;
}

//! (1 - e^(-rate hold)) / rate: the mean hold of a request that finds no message waiting.
Seconds meanHold(double rate, Seconds hold)
{
    const double messages = expected(rate, hold);
    if (messages < 1e-8) // at rate 0 this would be 0/0: the series, whose next term is below the precision of a double
        return hold * (1 - messages / 2);
    return Seconds(-std::expm1(-messages) / rate);
}

Seconds longPollCycle(const Parameters &parameters)
{
    const Seconds away = roundTrip(parameters);
    // Held only if no message came while no request was open.
    return away + std::exp(-expected(parameters.rate, away)) * meanHold(parameters.rate, parameters.hold);
}

//! Bytes per ping or comment that keeps a held connection open.
int keepAliveBytes(Technique technique)
{
    return technique == Technique::WebSocket ? pingBytes : commentBytes;
}

//! Bytes per minute that do not depend on messages.
double overheadPerMinute(Technique technique, const Parameters &parameters)
{
    if (!traitsOf(technique).holdsConnection)
        return requestsPerMinute(technique, parameters) * parameters.headerBytes;
    if (parameters.pingInterval.count() == 0)
        return 0;
    return secondsAMinute / parameters.pingInterval.count() * keepAliveBytes(technique);
}

//! Bytes of a pushed message with what surrounds it: the header of a frame, or the fields of an event and the framing of its
//! chunk.
double carriedBytes(Technique technique, const Parameters &parameters)
{
    switch (technique) {
    case Technique::Polling:
    case Technique::LongPolling:
        break;
    case Technique::WebSocket:
        return parameters.messageBytes + frameHeaderBytes(parameters.messageBytes, Masking::Unmasked);
    case Technique::Sse:
        return parameters.messageBytes + eventOverheadBytes(parameters.messageBytes, parameters.messageNumber);
    }
    return parameters.messageBytes;
}

} // namespace

int frameHeaderBytes(double payloadBytes, Masking masking)
{
    const int mask = masking == Masking::Masked ? 4 : 0;
    if (payloadBytes <= 125)
        return 2 + mask;
    return (payloadBytes <= 65'535 ? 4 : 10) + mask;
}

Seconds cycle(Technique technique, const Parameters &parameters)
{
    switch (technique) {
    case Technique::Polling:
        return pollCycle(parameters);
    case Technique::LongPolling:
        return longPollCycle(parameters);
    case Technique::WebSocket:
    case Technique::Sse:
        break;
    }
    return Seconds(infinity);
}

double requestsPerMinute(Technique technique, const Parameters &parameters)
{
    return secondsAMinute / cycle(technique, parameters).count();
}

DelayModel delay(Technique technique, const Parameters &parameters)
{
    switch (technique) {
    case Technique::Polling:
        return DelayModel(parameters.oneWay, pollCycle(parameters), 1);
    case Technique::LongPolling: {
        // In each cycle C there is a time R without a request. A message that comes then waits for its end: R^2 / (2C) on
        // average.
        const Seconds away = roundTrip(parameters);
        return DelayModel(parameters.oneWay, away, away.count() > 0 ? away / longPollCycle(parameters) : 0);
    }
    case Technique::WebSocket:
    case Technique::Sse:
        break;
    }
    return DelayModel(parameters.oneWay, Seconds::zero(), 0);
}

double emptyShare(Technique technique, const Parameters &parameters)
{
    switch (technique) {
    case Technique::Polling:
        return std::exp(-expected(parameters.rate, pollCycle(parameters)));
    case Technique::LongPolling:
        return std::exp(-expected(parameters.rate, roundTrip(parameters) + parameters.hold));
    case Technique::WebSocket:
    case Technique::Sse:
        break;
    }
    return 0;
}

double bytesPerMinute(Technique technique, const Parameters &parameters)
{
    return overheadPerMinute(technique, parameters) + secondsAMinute * parameters.rate * carriedBytes(technique, parameters);
}

double bytesPerMessage(Technique technique, const Parameters &parameters)
{
    const double overhead = overheadPerMinute(technique, parameters);
    const double carried = carriedBytes(technique, parameters);
    if (overhead == 0)
        return carried;
    return parameters.rate > 0 ? carried + overhead / (secondsAMinute * parameters.rate) : infinity;
}

Crossover crossover(const Parameters &parameters)
{
    const Seconds poll = pollCycle(parameters);
    const Seconds away = roundTrip(parameters);
    if (away + parameters.hold <= poll)
        return {Crossover::Kind::Always, 0};
    if (poll <= away)
        return {Crossover::Kind::Never, 0};
    // C falls with the rate, and C - R <= 1/rate, so C is below T at this rate at the latest.
    double below = 0;
    double above = 1 / (poll - away).count();
    Parameters probe = parameters;
    while (above - below > 1e-10 * above) {
        probe.rate = (below + above) / 2;
        (longPollCycle(probe) > poll ? below : above) = probe.rate;
    }
    return {Crossover::Kind::AtRate, (below + above) / 2};
}

double ruleOfThumb(const Parameters &parameters)
{
    return 1 / pollCycle(parameters).count();
}

} // namespace pushlab::theory
