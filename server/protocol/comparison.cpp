// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/comparison.h"

#include <algorithm>
#include <cmath>

namespace pushlab::protocol {

namespace {

bool ratesDiffer(double first, double second)
{
    return std::abs(first - second) > maxRateDifference * std::max(first, second);
}

//! Welch's t test of two means with unequal variances, two-sided at 5 %.
bool isWithinChance(const Summary &first, const Summary &second)
{
    const double a = first.standardDeviation * first.standardDeviation / double(first.n);
    const double b = second.standardDeviation * second.standardDeviation / double(second.n);
    const double difference = std::abs(first.mean - second.mean);
    if (a + b == 0)
        return difference == 0;
    // Welch and Satterthwaite; rounded down, to the wider side
    const double freedom = (a + b) * (a + b) / (a * a / double(first.n - 1) + b * b / double(second.n - 1));
    return difference <= studentQuantile(0.975, int(std::clamp(freedom, 1., 1000.))) * std::sqrt(a + b);
}

} // namespace

Verdict compareDelays(const DelaySample &first, const DelaySample &second, double clockUncertainty)
{
    if (std::min(first.delay.n, second.delay.n) < minComparedSamples)
        return Verdict::TooFewSamples;
    if (ratesDiffer(first.rate, second.rate))
        return Verdict::RatesDiffer;
    if (clockUncertainty > std::abs(first.delay.mean - second.delay.mean))
        return Verdict::ClockTooUncertain;
    if (isWithinChance(first.delay, second.delay))
        return Verdict::WithinChance;
    return first.delay.mean < second.delay.mean ? Verdict::FirstFaster : Verdict::SecondFaster;
}

} // namespace pushlab::protocol
