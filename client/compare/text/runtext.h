// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"
#include "client/compare/text/language.h"

//! A run in words.
namespace pushlab::compare {

[[nodiscard]] QString phaseText(RoundPhase phase);

//! "long polling, 2 of 3: measuring".
[[nodiscard]] QString progressText(const Progress &progress);

//! "0:12 elapsed, 0:48 left".
[[nodiscard]] QString timesText(const Progress &progress);

//! "1:05".
[[nodiscard]] QString clockText(std::chrono::milliseconds time);

//! Why there is no result, or not a whole one; a sentence.
[[nodiscard]] QString errorText(const RunError &error, Language language = Language::OfApplication);

//! What was asked for, in a line.
[[nodiscard]] QString optionsText(const RunOptions &options);

} // namespace pushlab::compare
