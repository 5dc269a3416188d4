// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/roundresult.h"
#include "client/compare/result/runresult.h"

namespace pushlab::compare {

inline constexpr double busyLimit = 0.9; //!< of the time of the load's thread: above it, the load itself was the bottleneck

inline constexpr int minIntervalRepeats = 3; //!< with two, Student's t would give an interval too wide to be of use

//! Evaluates the rounds of a run: sums, figures, theory, findings. The caller adds provenance and errors.
[[nodiscard]] RunResult evaluate(const RunOptions &options, bool isOwnHost, const QList<RoundResult> &rounds);

} // namespace pushlab::compare
