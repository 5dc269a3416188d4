// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! Formats figures for people, the same in every language, with no more digits than are significant.
namespace pushlab::compare {

[[nodiscard]] QString numberText(double value); //!< three digits, with thousands grouped: "17,650"
//! A value with uncertainty \a doubt, finite, and no more digits than are known: "0 ± 18". As numberText() when \a doubt is 0.
[[nodiscard]] QString measuredText(double value, double doubt);
[[nodiscard]] QString countText(qint64 value); //!< whole: "17,650"
[[nodiscard]] QString bytesText(double bytes); //!< "121 B", "17.7 kB"
[[nodiscard]] QString percentText(double share); //!< 0..1: "97.1 %"
[[nodiscard]] QString signedPercentText(double percent); //!< "+0.4 %"

} // namespace pushlab::compare
