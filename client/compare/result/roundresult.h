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

//! The counts of one second of a measurement.
struct SecondCounts
{
    qint64 requests = 0;
    qint64 bytes = 0; //!< of requests for messages, both directions

    friend bool operator==(const SecondCounts &, const SecondCounts &) = default;
};

//! The results of one measurement of one variant. A plain value.
struct VariantRound
{
    Variant variant = Variant::Polling;
    int clients = 0;
    double seconds = 0; //!< duration of the measurement
    Counters counters; //!< during the measurement
    qint64 handshakeBytes = 0; //!< of the whole round, both directions
    qint64 connections = 0; //!< of the whole round
    qint64 sent = 0; //!< messages that belong to the measurement
    qint64 expected = 0; //!< receipts that these should have had
    qint64 delivered = 0;
    qint64 lost = 0; //!< in the whole round, as are the next two
    qint64 repeated = 0;
    qint64 failures = 0;
    protocol::DelayHistogram delays;
    protocol::DelayHistogram roundTrips;
    std::vector<double> samples; //!< the first delays, in ms
    qint64 delayMessages = 0; //!< number of messages that were measured
    //! Set for a complete round only; for each message, the mean delay in ms over its receivers.
    std::vector<double> messageDelays;
    //! Ms of the host's thread; nullopt when the host is not ours, or was used by several variants.
    std::optional<double> hostCpu;
    QList<SecondCounts> timeline;
    Recording recording; //!< empty unless it was asked for
};

//! The results of one round, of one variant or of all at the same time.
struct RoundResult
{
    QList<VariantRound> variants; //!< empty when the round failed or was interrupted too early
    double loadBusy = 0; //!< share of the time, 0..1, in which the load's thread was busy
    double clockUncertainty = 0; //!< ms
    double shortestRoundTrip = 0; //!< ms, of requests for the host's time
    bool isCut = false; //!< the measurement was ended early
    std::optional<RunError> error; //!< nullopt when the round succeeded
};

} // namespace pushlab::compare
