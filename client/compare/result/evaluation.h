// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/roundresult.h"
#include "client/compare/result/runresult.h"

namespace pushlab::compare {

inline constexpr double busyLimit = 0.9; //!< of the load's thread: above it, the load was the bottleneck

inline constexpr int minIntervalRepeats = 3; //!< of two, Student's t would make an interval that says nothing

//! Puts the rounds of a run together: sums, figures, theory, findings. Leaves provenance and errors to the caller.
[[nodiscard]] RunResult evaluate(const RunOptions &options, bool isOwnHost, const QList<RoundResult> &rounds);

} // namespace pushlab::compare
