// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/delayline.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pushlab::io {

namespace {

using Duration = DelayLine::Clock::duration;

constexpr qsizetype segmentBytes = 1460; // the unit in which a limited line lets bytes out: a TCP segment of Ethernet
constexpr qsizetype parcelCost = 96;

Duration nanoseconds(double count)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::nano>(count));
}

//! The time for which \a size bytes occupy a line.
Duration transmissionTime(qsizetype size, qint64 bitsPerSecond)
{
    return bitsPerSecond > 0 ? nanoseconds(double(size) * 8e9 / double(bitsPerSecond)) : Duration::zero();
}

Duration travelTime(float jitter, const LinkConditions &conditions)
{
    const Duration offset = nanoseconds(double(conditions.jitter.count()) * 1e6 * double(jitter));
    return std::max(Duration(conditions.delay) + offset, Duration::zero());
}

} // namespace

void DelayLine::add(QByteArrayView bytes, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random)
{
    // One sample for all bytes that came at once: the segments of one answer take the same way.
    const auto jitter = float(random.generateDouble() * 2 - 1);
    const qsizetype most = conditions.bitsPerSecond > 0 ? segmentBytes : bytes.size();
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(most, bytes.size())))
        append(bytes.first(std::min(most, bytes.size())), Ending::None, now, jitter, conditions);
}

void DelayLine::end(Ending ending, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random)
{
    m_ending = ending;
    append({}, ending, now, float(random.generateDouble() * 2 - 1), conditions);
}

void DelayLine::append(QByteArrayView bytes, Ending ending, Clock::time_point now, float jitter, const LinkConditions &conditions)
{
    Parcel &parcel = m_parcels.emplace_back(Parcel{now, {}, jitter, ending, bytes.toByteArray()});
    schedule(parcel, conditions);
    m_load += loadOf(parcel);
}

void DelayLine::schedule(Parcel &parcel, const LinkConditions &conditions)
{
    m_free = std::max(parcel.entered, m_free) + transmissionTime(parcel.bytes.size(), conditions.bitsPerSecond);
    m_lastDue = std::max(m_free + travelTime(parcel.jitter, conditions), m_lastDue);
    parcel.due = m_lastDue;
}

qsizetype DelayLine::loadOf(const Parcel &parcel)
{
    return parcel.bytes.size() + parcelCost;
}

void DelayLine::reschedule(Clock::time_point now, const LinkConditions &conditions)
{
    m_free = m_parcels.empty() ? std::min(m_free, now) : m_parcels.front().entered;
    m_lastDue = {};
    for (Parcel &parcel : m_parcels)
        schedule(parcel, conditions);
}

std::optional<DelayLine::Clock::time_point> DelayLine::nextDue() const
{
    return m_parcels.empty() ? std::nullopt : std::optional(m_parcels.front().due);
}

DelayLine::Due DelayLine::due(Clock::time_point now) const
{
    if (m_parcels.empty() || m_parcels.front().due > now)
        return {};
    const Parcel &first = m_parcels.front();
    return {QByteArrayView(first.bytes).sliced(m_taken), first.ending};
}

void DelayLine::take(qsizetype size)
{
    Q_ASSERT(!m_parcels.empty());
    const Parcel &first = m_parcels.front();
    m_taken += size;
    if (m_taken < first.bytes.size())
        return;
    m_load -= loadOf(first);
    m_taken = 0;
    m_parcels.pop_front();
}

void DelayLine::clear()
{
    m_parcels.clear();
    m_taken = 0;
    m_load = 0;
}

} // namespace pushlab::io
