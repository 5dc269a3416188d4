// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/counters.h"
#include "client/compare/result/runerror.h"
#include "client/compare/result/variant.h"
#include "server/protocol/delayhistogram.h"
#include "server/protocol/wire/recording.h"

#include <QList>

#include <optional>
#include <vector>

namespace pushlab::compare {

//! One second of a measurement.
struct SecondCounts
{
    qint64 requests = 0;
    qint64 bytes = 0; //!< asking, both directions

    friend bool operator==(const SecondCounts &, const SecondCounts &) = default;
};

//! What one measurement of one variant gave. A plain value.
struct VariantRound
{
    Variant variant = Variant::Polling;
    int clients = 0;
    double seconds = 0; //!< how long it was measured
    Counters counters; //!< of that time
    qint64 handshakeBytes = 0; //!< of the whole round, both directions
    qint64 connections = 0; //!< of the whole round
    qint64 sent = 0; //!< messages of the measurement
    qint64 expected = 0; //!< deliveries of them
    qint64 delivered = 0;
    qint64 lost = 0; //!< of the whole round, as the next two
    qint64 repeated = 0;
    qint64 failures = 0;
    protocol::DelayHistogram delays;
    protocol::DelayHistogram roundTrips;
    std::vector<double> samples; //!< delays in ms, the first of them
    qint64 delayMessages = 0; //!< that delays are of
    std::vector<double> messageDelays; //!< of the whole round only; ms, one per message: its mean over those who received it
    std::optional<double> hostCpu; //!< ms of the host's thread; nothing when it is not ours, or several were at it
    QList<SecondCounts> timeline;
    Recording recording; //!< empty unless wanted
};

//! What one round gave: one variant, or all at once.
struct RoundResult
{
    QList<VariantRound> variants; //!< empty when it failed or was interrupted too early
    double loadBusy = 0; //!< share of the time, 0..1, in which the load's thread ran
    double clockUncertainty = 0; //!< ms
    double shortestRoundTrip = 0; //!< ms, of requests for the host's time
    bool isCut = false; //!< the measurement was ended before its time
    std::optional<RunError> error; //!< nothing when it went well
};

} // namespace pushlab::compare
