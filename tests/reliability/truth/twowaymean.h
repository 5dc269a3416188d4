// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace pushlab::tests {

//! The mean of delays that several members have of the same messages, with its standard error. Delays of one member have its clock's
//! error and its phase in common, those of one message the moment at which it was accepted, those of messages soon after one another
//! the request that they met: so members count as samples, and runs of messages count as samples, and the two errors add.
struct TwoWayMean
{
    qsizetype n = 0; //!< delays
    double mean = 0;
    double standardError = 0; //!< 0 where there are too few for one
};

//! \a delays: a list for each member, all of the same length: its delay of each message, in the order of the messages.
[[nodiscard]] TwoWayMean twoWayMean(const QList<QList<double>> &delays);

} // namespace pushlab::tests
