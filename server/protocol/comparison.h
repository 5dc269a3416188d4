// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/statistics.h"

namespace pushlab::protocol {

inline constexpr qint64 minComparedSamples = 30;
inline constexpr double maxRateDifference = 0.05; //!< of the greater rate

//! The delays of one technique in a comparison.
struct DelaySample
{
    Summary delay; //!< in ms
    double rate = 0; //!< messages per second that were sent while it was measured
};

//! Whether one technique may be called faster, and why not if not; the first reason that holds, in this order.
enum class Verdict : quint8 {
    FirstFaster,
    SecondFaster,
    TooFewSamples, //!< fewer than 30 delays of one of them
    RatesDiffer, //!< by more than 5 %: the load was not the same
    ClockTooUncertain, //!< the clocks' uncertainty exceeds the difference
    WithinChance //!< a difference such as equally fast techniques show in more than 5 % of all cases (Welch's t test)
};

//! By mean delay. \a clockUncertainty in ms, >= 0: how far the difference of the two means may be off because delay was
//! measured between clocks; 0 when sender's and receiver's clock are one.
[[nodiscard]] Verdict compareDelays(const DelaySample &first, const DelaySample &second, double clockUncertainty);

} // namespace pushlab::protocol
