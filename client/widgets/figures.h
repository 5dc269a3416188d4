// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

//! Formats figures for windows, with the digits and separators of their language.
namespace pushlab::widgets {

//! A delay with its unit: "3.2 ms", "48 ms", "1.02 s".
[[nodiscard]] QString delayText(double milliseconds);

//! A delay with \a uncertainty in ms, because two clocks were involved: with no more digits than are known, and with ± unless the
//! uncertainty is smaller than the rounding error: "3.2 ms", "48 ± 0.7 ms", "0 ± 18 ms". With nullopt as delayText().
[[nodiscard]] QString measuredDelay(double milliseconds, std::optional<double> uncertainty);

//! A size: "512 B", "1.2 KB", "48 KB". Kilo is 1,000.
[[nodiscard]] QString bytesText(double bytes);

//! A grouped number: "1,204".
[[nodiscard]] QString countText(qint64 count);

} // namespace pushlab::widgets
