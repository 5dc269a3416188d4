// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace pushlab::protocol {

//! The slow network that a host pretends to have towards every client, the same in both directions.
struct Conditioner
{
    std::chrono::milliseconds delay{0}; //!< one way, 0 to maxDelay
    std::chrono::milliseconds jitter{0}; //!< the delay is uniform in delay ± jitter; 0 to maxDelay
    qint64 bitsPerSecond = 0; //!< for each connection and direction, at least minRate; 0: no limit

    [[nodiscard]] bool isOn() const { return delay.count() > 0 || jitter.count() > 0 || bitsPerSecond > 0; }

    friend bool operator==(const Conditioner &, const Conditioner &) = default;
};

//! Appends `,"conditioner":{"delay":…,"jitter":…,"rate":…}` to the members of an object when the conditioner is on; ms, ms,
//! bits/s.
void appendConditioner(QByteArray &json, const Conditioner &conditioner);

//! The conditioner in \a object; off when it has none, nullopt when it is invalid.
[[nodiscard]] std::optional<Conditioner> decodeConditioner(const QJsonObject &object);

//! The conditioner with every value moved into its range.
[[nodiscard]] Conditioner clamped(Conditioner conditioner);

} // namespace pushlab::protocol
