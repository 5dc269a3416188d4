// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/metrics.h"

#include <cmath>

namespace pushlab::compare {

namespace {

std::chrono::nanoseconds toNanoseconds(double milliseconds)
{
    return std::chrono::nanoseconds(std::llround(milliseconds * 1e6));
}

} // namespace

void Metrics::receive(LogPosition &position, qint64 seq, double accepted)
{
    if (advance(position, seq) && tracker.receive(seq, accepted))
        addDelay(std::size_t(seq), accepted);
}

void Metrics::pass(LogPosition &position, qint64 seq)
{
    (void)advance(position, seq);
}

//! Moves the position; returns false when the message came before.
bool Metrics::advance(LogPosition &position, qint64 seq)
{
    if (seq <= position.lastSeq) {
        ++repeated;
        return false;
    }
    skipped += seq - position.lastSeq - 1;
    position.lastSeq = seq;
    return true;
}

void Metrics::receiveText(LogPosition &position, QByteArrayView text)
{
    const auto number = std::size_t(MessageTracker::numberOf(text));
    if (number >= position.seen.size())
        position.seen.resize(number * 2 + 64);
    if (position.seen[number]) {
        ++repeated;
        return;
    }
    position.seen[number] = true;
    ++position.seenCount;
    double accepted = 0;
    if (tracker.receiveNumber(int(number), accepted))
        addDelay(number, accepted);
}

void Metrics::addRoundTrip(double milliseconds)
{
    roundTrips.add(toNanoseconds(milliseconds));
}

std::vector<double> Metrics::messageDelays() const
{
    std::vector<double> means;
    for (const MessageDelay &message : m_byMessage) {
        if (message.receipts > 0)
            means.push_back(message.sum / double(message.receipts));
    }
    return means;
}

void Metrics::addDelay(std::size_t message, double accepted)
{
    const double delay = m_clock.now() - accepted;
    delays.add(toNanoseconds(delay));
    if (samples.size() < maxSamples)
        samples.push_back(delay);
    if (message >= m_byMessage.size())
        m_byMessage.resize(message * 2 + 64);
    m_byMessage[message].sum += delay;
    timedMessages += ++m_byMessage[message].receipts == 1;
    ++delivered;
}

} // namespace pushlab::compare
