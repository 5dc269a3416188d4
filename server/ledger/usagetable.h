// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/ledger/counters.h"

#include <vector>

namespace pushlab::ledger {

//! Identifies an entry of a UsageTable while it exists; an entry that takes its place later has another id. 0 is no entry.
using UsageId = quint32;

//! What each member cost by each technique that it has used. An entry is found by its id, so that counting for a member needs no
//! pointer to it. A plain class; belongs to the shard, server's thread.
class UsageTable
{
public:
    //! Adds an entry of zeros; returns 0 when there are maxEntries.
    [[nodiscard]] UsageId add();
    void remove(UsageId id);

    //! The entry, valid until the next add(); nullptr when it was removed.
    [[nodiscard]] Usage *find(UsageId id)
    {
        const size_t index = id & indexMask;
        return id != 0 && index < m_entries.size() && m_entries[index].id == id ? &m_entries[index].usage : nullptr;
    }
    [[nodiscard]] const Usage *find(UsageId id) const { return const_cast<UsageTable *>(this)->find(id); }

    //! Hint that find(id) will soon be called: prefetches the entry.
    void prefetch(UsageId id) const { base::prefetch(m_entries.data() + (id & indexMask)); }

    [[nodiscard]] qsizetype count() const { return qsizetype(m_entries.size() - m_free.size()); }
    static constexpr size_t maxEntries = size_t(1) << 18;

private:
    static constexpr UsageId indexMask = maxEntries - 1; // the bits above it count how often the place was used, from 1

    struct Entry
    {
        UsageId id = 0; //!< 0 while the place is free
        UsageId next = 0; //!< the id of the next entry in this place
        Usage usage; //!< follows the id, so that what most requests count shares a cache line with it
    };

    std::vector<Entry> m_entries;
    std::vector<UsageId> m_free; //!< indices of free places
};

} // namespace pushlab::ledger
