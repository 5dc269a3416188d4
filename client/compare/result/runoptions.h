// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"
#include "server/protocol/limits.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace pushlab::compare {

using namespace std::chrono_literals;

inline constexpr int maxClients = 2000; //!< of each variant
inline constexpr int minSize = 8; //!< a text must have room for its number
inline constexpr double minRate = 0.001;
inline constexpr double maxRate = 10'000;
inline constexpr int maxRepeats = 100;

inline constexpr QLatin1String quickPreset{"quick"}; //!< the preset that has a verdict within 20 s

//! What is to be compared, and how. A plain value.
struct RunOptions
{
    QList<Variant> variants = defaultVariants();
    int clients = 30; //!< of each variant, 1 to maxClients; every one receives every message
    double rate = 1; //!< messages a second in the whole room, minRate to maxRate
    bool isConstant = false; //!< evenly spaced messages and phases; else Poisson, and phases random
    int size = 100; //!< bytes of a message's text, minSize to protocol::maxTextBytes
    std::chrono::milliseconds pollInterval = protocol::defaultPollInterval; //!< from an answer to the next poll
    std::chrono::milliseconds hold = protocol::defaultHold;
    std::chrono::milliseconds duration = 30s; //!< of one measurement
    std::chrono::milliseconds warmUp = 2s; //!< under load, before it
    int repeats = 3;
    bool isSimultaneous = false; //!< all variants in one room at once; else one after another
    bool keepAlive = true; //!< false: a connection for every request
    quint64 seed = 1;
    QUrl host; //!< empty: a host of our own, on this machine
    std::chrono::milliseconds delay{}; //!< one way, added by a host of our own
    std::chrono::milliseconds jitter{};
    qint64 rateBitsPerSecond = 0; //!< of a host of our own, 0: as fast as it goes
    bool isRecorded = false; //!< keeps the first exchanges of a client of each, for a HAR file
    QString preset; //!< name of the preset that this is; empty: none

    friend bool operator==(const RunOptions &, const RunOptions &) = default;
};

} // namespace pushlab::compare
