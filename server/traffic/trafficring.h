// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/protocol/wire/trafficrecord.h"
#include "server/traffic/owner.h"

#include <memory>
#include <utility>
#include <vector>

namespace pushlab::traffic {

//! How much is kept.
struct RingLimits
{
    quint64 records = 10'000;
    qsizetype bytes = 64 * 1024 * 1024; //!< with what a record takes beside its bytes
};

//! The newest records, numbered without a gap from the oldest to the newest. A plain class; server's thread.
class TrafficRing final
{
public:
    explicit TrafficRing(RingLimits limits = {}) : m_limits(limits) {}

    //! Numbers \a record and adds it; older ones go for want of room.
    quint64 add(wire::TrafficRecord &&record)
    {
        Slot &slot = next(record.bytes.size());
        slot.record = std::move(record);
        slot.record.number = m_last;
        slot.owner.reset();
        return m_last;
    }
    //! The same for a record that is \a owner's and carries \a bytes, all else of which the caller has to set, but for whose it is.
    wire::TrafficRecord &add(const QByteArray &bytes, const std::shared_ptr<const Owner> &owner)
    {
        Slot &slot = next(bytes.size());
        slot.record.number = m_last;
        slot.record.bytes = bytes;
        slot.owner = owner;
        return slot.record;
    }
    void clear();

    //! The record of that number, while it is there; nullptr otherwise. Its bytes may be changed, but not how many they are.
    [[nodiscard]] wire::TrafficRecord *find(quint64 number)
    {
        if (number < oldest() || number > m_last)
            return nullptr;
        Slot &slot = m_slots[slotOf(number)];
        if (slot.owner)
            std::exchange(slot.owner, nullptr)->claim(slot.record);
        return &slot.record;
    }
    [[nodiscard]] const wire::TrafficRecord *find(quint64 number) const { return const_cast<TrafficRing *>(this)->find(number); }
    [[nodiscard]] quint64 oldest() const { return m_last + 1 - m_count; } //!< number; the next one's when there is none
    [[nodiscard]] quint64 last() const { return m_last; }
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    //! Few lines of memory are touched for each record of a fan-out: its owner's names are filled in when it is looked at.
    struct Slot
    {
        wire::TrafficRecord record;
        std::shared_ptr<const Owner> owner; //!< of whom the record does not say yet that it is theirs
    };

    static qsizetype weightOf(qsizetype bytes) { return qsizetype(sizeof(Slot)) + bytes; }
    Slot &next(qsizetype bytes)
    {
        const qsizetype weight = weightOf(bytes);
        while (m_count > 0 && (m_count == m_limits.records || m_bytes + weight > m_limits.bytes))
            dropOldest();
        ++m_last;
        ++m_count;
        m_bytes += weight;
        if (slotOf(m_last) >= m_slots.size())
            grow();
        prefetch(slotOf(m_last + 1));
        return m_slots[slotOf(m_last)];
    }
    [[nodiscard]] size_t slotOf(quint64 number) const { return size_t(number % m_limits.records); }
    //! All slots have left the cache until it is their turn again.
    void prefetch(size_t slot) const
    {
        if (slot < m_slots.size())
            base::prefetch(&m_slots[slot]);
    }
    void dropOldest()
    {
        QByteArray &bytes = m_slots[slotOf(oldest())].record.bytes;
        m_bytes -= weightOf(bytes.size());
        bytes = {}; // the rest goes with what takes its place
        --m_count;
        ++m_dropped;
    }
    void grow();

    const RingLimits m_limits;
    std::vector<Slot> m_slots; //!< by number, again and again
    quint64 m_last = 0; //!< the number of the newest, also when it is gone
    quint64 m_count = 0;
    quint64 m_dropped = 0;
    qsizetype m_bytes = 0;
};

} // namespace pushlab::traffic
