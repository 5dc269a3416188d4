// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace pushlab::app {

//! Parses a typed bandwidth, in bits a second: "64000", "64kbit", "1.5Mbit", "1Gbit", with 1 kbit = 1,000 bits. Returns nullopt
//! for anything else, and beyond protocol::maxRate.
[[nodiscard]] std::optional<qint64> parseRate(QStringView text);

//! Formats \a bitsPerSecond as parseRate() accepts it: "64kbit", "1500kbit", "1Mbit", "1234".
[[nodiscard]] QString rateText(qint64 bitsPerSecond);

} // namespace pushlab::app
