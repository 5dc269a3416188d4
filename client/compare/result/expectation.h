// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/parameters.h"

#include <span>

namespace pushlab::compare {

inline constexpr double leastComparedDelay = 1; //!< ms: smaller delays are dominated by other activity of the machine

//! The parameters of theory for a measured variant; \a roundTrip in ms.
[[nodiscard]] theory::Parameters parametersOf(const VariantResult &result, const RunOptions &options, double roundTrip);

//! Adds to the figures of \a result what theory expects; \a samples are delays in ms.
void addExpectations(VariantResult &result, const RunOptions &options, double roundTrip, std::span<const double> samples);

} // namespace pushlab::compare
