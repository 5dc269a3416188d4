// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace pushlab::protocol {

inline constexpr double minGeneratorRate = 0.01; //!< messages a second
inline constexpr double maxGeneratorRate = 100;
inline constexpr int maxGeneratorBytes = 16 * 1024;
inline constexpr int defaultGeneratorBytes = 32;

//! The messages that the host makes itself, so that a silent class measures, too. A plain value.
struct Generator
{
    double perSecond = 0; //!< minGeneratorRate to maxGeneratorRate; 0: none
    int bytes = defaultGeneratorBytes; //!< of each text; 1 to maxGeneratorBytes
    bool isPoisson = false; //!< with exponential gaps; else with equal ones

    [[nodiscard]] bool isOn() const { return perSecond > 0; }

    friend bool operator==(const Generator &, const Generator &) = default;
};

//! The name under which they stand in the log.
[[nodiscard]] inline QString generatorName()
{
    return QStringLiteral("Generator");
}

//! `{"rate":…,"size":…,"poisson":…}`, or `null` when it is off.
[[nodiscard]] QByteArray encodeGenerator(const Generator &generator);

//! Nothing when \a value is neither, or out of bounds. Without a size it is defaultGeneratorBytes, without poisson false.
[[nodiscard]] std::optional<Generator> decodeGenerator(const QJsonValue &value);

//! Within its bounds.
[[nodiscard]] Generator clamped(Generator generator);

} // namespace pushlab::protocol
