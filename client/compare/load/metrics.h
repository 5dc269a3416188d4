// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/messagetracker.h"
#include "client/compare/result/counters.h"
#include "server/protocol/delayhistogram.h"

#include <vector>

namespace pushlab::compare {

//! The position of one virtual client in the room's log.
struct LogPosition
{
    qint64 lastSeq = 0;
    std::vector<bool> seen; //!< indexed by number; used where messages have no seq
    qint64 seenCount = 0;
};

//! What the virtual clients of one variant have measured in one round. Load's thread.
class Metrics final
{
public:
    Metrics(MessageTracker &messages, const HostClock &clock) : tracker(messages), m_clock(clock) {}

    //! A client received a message that has a seq.
    void receive(LogPosition &position, qint64 seq, double accepted);
    //! A client received a control entry, which has a seq but is not measured.
    void pass(LogPosition &position, qint64 seq);
    //! A client received a tutorial's text.
    void receiveText(LogPosition &position, QByteArrayView text);
    void addRoundTrip(double milliseconds);

    MessageTracker &tracker;
    Counters counters;
    protocol::DelayHistogram delays; //!< from acceptance to receipt, of messages of the measurement
    protocol::DelayHistogram roundTrips; //!< of requests that are answered at once
    std::vector<double> samples; //!< delays in ms, the first maxSamples
    //! For each message of the measurement, the mean delay in ms over its receivers. Copies of one message are not independent,
    //! so only messages count as samples.
    [[nodiscard]] std::vector<double> messageDelays() const;
    qint64 timedMessages = 0; //!< size of messageDelays()
    qint64 delivered = 0; //!< receipts of messages of the measurement
    qint64 repeated = 0; //!< messages received twice, in the whole round
    qint64 skipped = 0; //!< numbers skipped or out of order, in the whole round

    static constexpr std::size_t maxSamples = 20'000;

private:
    struct MessageDelay
    {
        double sum = 0; // ms
        qint64 receipts = 0;
    };
    [[nodiscard]] bool advance(LogPosition &position, qint64 seq);
    void addDelay(std::size_t message, double accepted);

    HostClock m_clock;
    std::vector<MessageDelay> m_byMessage; // indexed by seq, or by number where messages have no seq
};

} // namespace pushlab::compare
