// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/comparison.h"

#include <algorithm>
#include <cmath>

namespace pushlab::theory {

namespace {

bool ratesDiffer(double first, double second)
{
    return std::abs(first - second) > maxRateDifference * std::max(first, second);
}

//! Half width of the mean's confidence interval, over the messages or over the repeats, whichever is wider; needs two values.
double halfWidth(const DelaySample &sample)
{
    const auto interval = confidenceInterval(sample.delay);
    return std::max(interval ? interval->halfWidth : 0, sample.repeatsHalfWidth.value_or(0));
}

bool intervalsOverlap(const DelaySample &first, const DelaySample &second)
{
    return std::abs(first.delay.mean - second.delay.mean) <= halfWidth(first) + halfWidth(second);
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
    if (intervalsOverlap(first, second))
        return Verdict::WithinChance;
    return first.delay.mean < second.delay.mean ? Verdict::FirstFaster : Verdict::SecondFaster;
}

} // namespace pushlab::theory
