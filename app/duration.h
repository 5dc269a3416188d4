// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! Parses a typed duration: "2" and "0.5" are seconds; "150ms", "2s", "1m30s" and "1h" have units, from the largest to the
//! smallest, each once. Returns nullopt for anything else, and for more than a day.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

//! As parseDuration(), also with days before the hours ("30d", "1d12h"); nullopt for more than ten years.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseLongDuration(QStringView text);

//! Formats \a duration as parseDuration() accepts it: "200ms", "2s", "1m30s".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

} // namespace pushlab::app
