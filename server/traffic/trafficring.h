// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QList>

#include <deque>

namespace pushlab::traffic {

//! How much is kept.
struct RingLimits
{
    qsizetype records = 10'000;
    qsizetype bytes = 64 * 1024 * 1024; //!< with what a record takes beside its bytes
};

//! The newest records, numbered without a gap from the oldest to the newest. A plain class; server's thread.
class TrafficRing final
{
public:
    explicit TrafficRing(RingLimits limits = {}) : m_limits(limits) {}

    //! Numbers \a record and adds it; older ones go for want of room, and \a dropped, called before, is told of each.
    template <typename Dropped>
    quint64 add(wire::TrafficRecord &&record, const Dropped &dropped)
    {
        record.number = ++m_last;
        m_bytes += weightOf(record);
        m_records.push_back(std::move(record));
        while (m_records.size() > 1 && (qsizetype(m_records.size()) > m_limits.records || m_bytes > m_limits.bytes)) {
            dropped(m_records.front());
            m_bytes -= weightOf(m_records.front());
            m_records.pop_front();
            ++m_dropped;
        }
        return m_last;
    }
    void clear();

    //! The record of that number, while it is there; nullptr otherwise. Its bytes may be changed, but not their number.
    [[nodiscard]] wire::TrafficRecord *find(quint64 number);
    [[nodiscard]] const wire::TrafficRecord *find(quint64 number) const { return const_cast<TrafficRing *>(this)->find(number); }
    [[nodiscard]] const std::deque<wire::TrafficRecord> &records() const { return m_records; } //!< ascending
    [[nodiscard]] std::deque<wire::TrafficRecord> &records() { return m_records; } //!< as find() has it
    [[nodiscard]] quint64 oldest() const { return m_last + 1 - quint64(m_records.size()); } //!< the next one's when there is none
    [[nodiscard]] quint64 last() const { return m_last; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    static qsizetype weightOf(const wire::TrafficRecord &record) { return qsizetype(sizeof record) + record.bytes.size(); }

    const RingLimits m_limits;
    std::deque<wire::TrafficRecord> m_records;
    quint64 m_last = 0; //!< the number of the newest, also when it is gone
    quint64 m_dropped = 0;
    qsizetype m_bytes = 0;
};

} // namespace pushlab::traffic
