// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

//! Figures as the windows write them, in the language's digits and separators.
namespace pushlab::widgets {

//! A delay: "3.2 ms", "48 ms", "1.02 s".
[[nodiscard]] QString delayText(double milliseconds);

//! A delay over two clocks, which is known to ± \a uncertainty ms: no more digits than are known, and the ± beside them unless
//! it is less than what the last digit leaves open anyway: "3.2 ms", "48 ± 0.7 ms", "0 ± 18 ms". Nothing: as delayText().
[[nodiscard]] QString measuredDelay(double milliseconds, std::optional<double> uncertainty);

//! A size: "512 B", "1.2 KB", "48 KB". Kilo is 1,000, as on the wire.
[[nodiscard]] QString bytesText(double bytes);

//! A count: "1,204".
[[nodiscard]] QString countText(qint64 count);

} // namespace pushlab::widgets
