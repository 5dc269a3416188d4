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

inline constexpr QLatin1String quickPreset{"quick"}; //!< the preset that gives a verdict within 20 s

//! What to compare, and how. A plain value.
struct RunOptions
{
    QList<Variant> variants = defaultVariants();
    int clients = 30; //!< of each variant, 1 to maxClients; every client receives every message
    double rate = 1; //!< messages a second in the whole room, minRate to maxRate
    //! Messages and poll phases are evenly spaced; otherwise messages are a Poisson process and phases random.
    bool isConstant = false;
    int size = 100; //!< bytes of a message's text, minSize to protocol::maxTextBytes
    std::chrono::milliseconds pollInterval = protocol::defaultPollInterval; //!< from an answer to the next poll
    std::chrono::milliseconds hold = protocol::defaultHold;
    std::chrono::milliseconds duration = 30s; //!< of each measurement
    std::chrono::milliseconds warmUp = 2s; //!< the time under load before a measurement
    int repeats = 3;
    bool isSimultaneous = false; //!< all variants at the same time in one room; otherwise one after another
    bool keepAlive = true; //!< false: a new connection for every request
    quint64 seed = 1;
    QUrl host; //!< empty: a host is started on this machine
    std::chrono::milliseconds delay{}; //!< one way, added by the host that is started
    std::chrono::milliseconds jitter{};
    qint64 rateBitsPerSecond = 0; //!< of the host that is started; 0: unlimited
    bool isRecorded = false; //!< records the first exchanges of one client of each variant, for a HAR file
    QString preset; //!< name of the preset that these options are; empty: none

    friend bool operator==(const RunOptions &, const RunOptions &) = default;
};

} // namespace pushlab::compare
