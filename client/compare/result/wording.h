// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! How figures are written for people: never more digits than they are worth.
namespace pushlab::compare {

[[nodiscard]] QString numberText(double value); //!< three digits; thousands in groups: "17,650"
[[nodiscard]] QString countText(qint64 value); //!< whole: "17,650"
[[nodiscard]] QString delayText(double milliseconds); //!< "0.12 ms", "150 ms", "1.01 s"
//! A delay that is known to ± \a doubt ms, with no more digits than are known: "0 ± 18 ms". 0: as delayText().
[[nodiscard]] QString measuredDelay(double milliseconds, double doubt);
[[nodiscard]] QString bytesText(double bytes); //!< "121 B", "17.7 kB"
[[nodiscard]] QString percentText(double share); //!< 0..1: "97.1 %"
[[nodiscard]] QString signedPercentText(double percent); //!< "+0.4 %"

} // namespace pushlab::compare
