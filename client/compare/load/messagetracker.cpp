// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/messagetracker.h"

#include <algorithm>
#include <charconv>

namespace pushlab::compare {

namespace {

constexpr double noRoundTrip = 1e9;

} // namespace

void MessageTracker::setWindow(double begin, double end)
{
    m_begin = begin;
    m_end = end;
}

int MessageTracker::add()
{
    m_sent.push_back({m_clock.now(), false});
    return int(m_sent.size());
}

QByteArray MessageTracker::text(int number) const
{
    QByteArray text = m_filler;
    const QByteArray head = QByteArray::number(number).append(' ');
    text.replace(0, std::min(head.size(), text.size()), head);
    return text;
}

int MessageTracker::numberOf(QByteArrayView text)
{
    int number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() ? number : 0;
}

void MessageTracker::confirm(int number, qint64 seq)
{
    if (number < 1 || std::size_t(number) > m_sent.size() || m_sent[std::size_t(number) - 1].isConfirmed)
        return;
    Sent &sent = m_sent[std::size_t(number) - 1];
    sent.isConfirmed = true;
    ++m_confirmed;
    m_lastSeq = std::max(m_lastSeq, seq);
    m_shortest = std::min(m_shortest, m_clock.now() - sent.at);
}

bool MessageTracker::receive(qint64 seq, double accepted)
{
    const bool belongs = isInWindow(accepted);
    if (seq < 1)
        return belongs;
    if (std::size_t(seq) >= m_received.size())
        m_received.resize(std::size_t(seq) * 2 + 64);
    if (!m_received[std::size_t(seq)]) {
        m_received[std::size_t(seq)] = true;
        m_inWindow += belongs;
    }
    return belongs;
}

bool MessageTracker::receiveNumber(int number, double &accepted)
{
    if (number < 1 || std::size_t(number) > m_sent.size())
        return false;
    const Sent &sent = m_sent[std::size_t(number) - 1];
    accepted = sent.at + (m_shortest < noRoundTrip ? m_shortest / 2 : 0);
    // By the time of sending, because the estimate of acceptance improves and must not depend on the reader.
    return isInWindow(sent.at);
}

qint64 MessageTracker::inWindow() const
{
    return m_inWindow;
}

qint64 MessageTracker::sentInWindow() const
{
    return std::count_if(m_sent.begin(), m_sent.end(), [this](const Sent &sent) { return sent.isConfirmed && isInWindow(sent.at); });
}

} // namespace pushlab::compare
