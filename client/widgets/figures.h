// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! Figures as the windows write them, in the language's digits and separators.
namespace pushlab::widgets {

//! A delay: "3.2 ms", "48 ms", "1.02 s".
[[nodiscard]] QString delayText(double milliseconds);

//! A size: "512 B", "1.2 KB", "48 KB". Kilo is 1,000, as on the wire.
[[nodiscard]] QString bytesText(double bytes);

//! A count: "1,204".
[[nodiscard]] QString countText(qint64 count);

} // namespace pushlab::widgets
