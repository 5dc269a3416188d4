// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayhistogram.h"

#include <QtGlobal>

#include <optional>

namespace pushlab::ledger {

//! Delays in a few numbers, ms; only valid when n is not 0.
struct DelayFigures
{
    qint64 n = 0;
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
};

//! What the members of one technique have reported since the host's start.
struct TechniqueDelays
{
    DelayFigures delivery; //!< from the host's acceptance of a message to its receipt
    DelayFigures keypress; //!< from the sender's keypress to receipt
    protocol::DelayHistogram deliveries; //!< the histogram of delivery: two states of it show the delays in between
    qint64 setAside = 0; //!< samples that members left out, see protocol::DelayReport::setAside
};

//! What one member has reported last.
struct MemberDelays
{
    std::optional<double> p95; //!< ms, of delivery by the technique that the member uses now
    std::optional<double> roundTrip; //!< ms
    std::optional<double> uncertainty; //!< of the member's knowledge of the host's clock, ± ms
    qint64 missed = 0; //!< messages that the member missed
    qint64 repeated = 0;

    friend bool operator==(const MemberDelays &, const MemberDelays &) = default;
};

} // namespace pushlab::ledger
