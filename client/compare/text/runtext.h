// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"
#include "client/compare/text/language.h"

//! Texts about a run.
namespace pushlab::compare {

[[nodiscard]] QString phaseText(RoundPhase phase);

//! The phase of a run: "long polling, 2 of 3: measuring".
[[nodiscard]] QString progressText(const Progress &progress);

//! Elapsed and remaining time: "0:12 elapsed, 0:48 left".
[[nodiscard]] QString timesText(const Progress &progress);

//! Minutes and seconds: "1:05".
[[nodiscard]] QString clockText(std::chrono::milliseconds time);

//! Why there is no result, or only a partial one; a sentence.
[[nodiscard]] QString errorText(const RunError &error, Language language = Language::OfApplication);

//! The options of a run, in one line.
[[nodiscard]] QString optionsText(const RunOptions &options);

} // namespace pushlab::compare
