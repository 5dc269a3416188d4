// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/statistics.h"

namespace pushlab::theory {

inline constexpr qint64 minComparedSamples = 30;
inline constexpr double maxRateDifference = 0.05; //!< of the greater rate

//! The delays of one technique in a comparison.
struct DelaySample
{
    Summary delay; //!< in ms, of messages: copies of one that many receive are no samples of their own
    double rate = 0; //!< messages per second that were sent while it was measured
    std::optional<double> repeatsHalfWidth{}; //!< ms, of the mean's 95 % interval over repeats, where there are enough
};

//! Whether one technique may be called faster, and why not if not; the first reason that holds, in this order.
enum class Verdict : quint8 {
    FirstFaster,
    SecondFaster,
    TooFewSamples, //!< fewer than 30 messages of one of them
    RatesDiffer, //!< by more than 5 %: the load was not the same
    ClockTooUncertain, //!< the clocks' uncertainty exceeds the difference
    WithinChance //!< the 95 % confidence intervals of the two means overlap
};

//! By mean delay. \a clockUncertainty in ms, >= 0: how far the difference of the two means may be off because delay was
//! measured between clocks; 0 when sender's and receiver's clock are one.
[[nodiscard]] Verdict compareDelays(const DelaySample &first, const DelaySample &second, double clockUncertainty);

} // namespace pushlab::theory
