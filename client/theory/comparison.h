// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/statistics.h"

namespace pushlab::theory {

inline constexpr qint64 minComparedSamples = 30;
inline constexpr double maxRateDifference = 0.05; //!< relative to the greater rate

//! The delays of one technique for a comparison.
struct DelaySample
{
    Summary delay; //!< in ms, over messages: the copies of a message for several receivers count once
    double rate = 0; //!< messages per second that were sent while it was measured
    //! Ms, of the 95 % confidence interval of the mean over repeats; nullopt with too few repeats.
    std::optional<double> repeatsHalfWidth{};
};

//! Whether one technique may be called faster; if not, the first of these reasons that applies.
enum class Verdict : quint8 {
    FirstFaster,
    SecondFaster,
    TooFewSamples, //!< one of them has fewer than 30 messages
    RatesDiffer, //!< by more than 5 %: the loads were different
    ClockTooUncertain, //!< the uncertainty of the clocks exceeds the difference
    WithinChance //!< the 95 % confidence intervals of the two means overlap
};

//! Compares two techniques by their mean delays. \a clockUncertainty: how much the difference of the means may be wrong because
//! two clocks were involved, ms, >= 0; 0 when sender and receiver use the same clock.
[[nodiscard]] Verdict compareDelays(const DelaySample &first, const DelaySample &second, double clockUncertainty);

} // namespace pushlab::theory
