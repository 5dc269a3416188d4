// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/messagetracker.h"
#include "client/compare/result/counters.h"
#include "server/protocol/delayhistogram.h"

#include <vector>

namespace pushlab::compare {

//! Where one virtual client stands in the room's log.
struct LogPosition
{
    qint64 lastSeq = 0;
    std::vector<bool> seen; //!< by number, where messages carry no seq
    qint64 seenCount = 0;
};

//! What the virtual clients of one variant saw in one round. Load's thread.
class Metrics final
{
public:
    Metrics(MessageTracker &messages, const HostClock &clock) : tracker(messages), m_clock(clock) {}

    //! A message with its place in the log has come.
    void receive(LogPosition &position, qint64 seq, double accepted);
    //! A control entry has: it has a place, and nothing to measure.
    void pass(LogPosition &position, qint64 seq);
    //! A tutorial's text has come.
    void receiveText(LogPosition &position, QByteArrayView text);
    void addRoundTrip(double milliseconds);

    MessageTracker &tracker;
    Counters counters;
    protocol::DelayHistogram delays; //!< of messages of the measurement, from acceptance to receipt
    protocol::DelayHistogram roundTrips; //!< of requests that are answered at once
    std::vector<double> samples; //!< delays in ms, the first maxSamples
    //! The mean delay in ms of each message of the measurement over those who received it. Copies of one message share
    //! its fate, so that only messages are independent samples.
    [[nodiscard]] std::vector<double> messageDelays() const;
    qint64 timedMessages = 0; //!< as many as messageDelays() has
    qint64 delivered = 0; //!< of the measurement
    qint64 repeated = 0; //!< of the whole round
    qint64 skipped = 0; //!< of the whole round: numbers passed over, or out of order

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
    std::vector<MessageDelay> m_byMessage; // by seq, or by number where messages carry no seq
};

} // namespace pushlab::compare
