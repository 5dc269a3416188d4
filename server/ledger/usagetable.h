// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/ledger/counters.h"

#include <vector>

namespace pushlab::ledger {

//! Names an entry of a UsageTable as long as it is there, and none that takes its place later. 0 names none.
using UsageId = quint32;

//! What each member cost by each technique that it has used. An entry is found by its number, so that whoever counts for a
//! member holds no pointer to it. A plain class; belongs to the shard, server's thread.
class UsageTable
{
public:
    //! A new entry, all zeros; 0 when there are maxEntries.
    [[nodiscard]] UsageId add();
    void remove(UsageId id);

    //! The entry, valid until the next add(); nullptr when it is gone.
    [[nodiscard]] Usage *find(UsageId id)
    {
        const size_t index = id & indexMask;
        return id != 0 && index < m_entries.size() && m_entries[index].id == id ? &m_entries[index].usage : nullptr;
    }
    [[nodiscard]] const Usage *find(UsageId id) const { return const_cast<UsageTable *>(this)->find(id); }

    //! A hint that this entry is soon to be found.
    void prefetch(UsageId id) const { base::prefetch(m_entries.data() + (id & indexMask)); }

    [[nodiscard]] qsizetype count() const { return qsizetype(m_entries.size() - m_free.size()); }
    static constexpr size_t maxEntries = size_t(1) << 18;

private:
    static constexpr UsageId indexMask = maxEntries - 1; // above it: how often the place was given away, from 1

    struct Entry
    {
        UsageId id = 0; //!< 0 while it is free
        UsageId next = 0; //!< its next id, of the place's next owner
        Usage usage; //!< behind the id: what most requests count is in one cache line with it
    };

    std::vector<Entry> m_entries;
    std::vector<UsageId> m_free; //!< indices
};

} // namespace pushlab::ledger
