// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/sweep.h"

namespace pushlab::compare {

//! The result as a table and a sentence, for a terminal.
[[nodiscard]] QString sweepReport(const SweepResult &result);

//! The beginning of a progress line of a sweep: "rate 0.5 (2 of 8): ". \a step counts from 1.
[[nodiscard]] QString sweepStepText(double rate, qsizetype step, qsizetype steps);

} // namespace pushlab::compare
