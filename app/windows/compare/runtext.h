// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"

//! A run in words, in the language of the moment.
namespace pushlab::app {

//! "1:05".
[[nodiscard]] QString clockText(std::chrono::milliseconds time);

//! "Long polling, 2 of 3: measuring · 0:12 gone, 0:48 left".
[[nodiscard]] QString progressText(const compare::Progress &progress);

//! What was asked for, in one sentence.
[[nodiscard]] QString optionsText(const compare::RunOptions &options);

//! What came out. Calls one faster only where the result's findings allow it, and says why where they do not.
[[nodiscard]] QString verdictText(const compare::RunResult &result);

//! What a reader must know: interrupted, bottleneck, clocks. Empty when there is nothing.
[[nodiscard]] QString cautionText(const compare::RunResult &result);

} // namespace pushlab::app
