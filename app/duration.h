// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! Reads a length of time as it is typed: "2" and "0.5" are seconds, "150ms", "2s", "1m30s", "1h" are what they say, units
//! from the largest to the smallest, each once. Nothing when it is none of these, or longer than a day.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

//! \a duration as parseDuration() reads it: "200ms", "2s", "1m30s".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

} // namespace pushlab::app
