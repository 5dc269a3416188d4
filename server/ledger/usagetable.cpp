// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/usagetable.h"

namespace pushlab::ledger {

UsageId UsageTable::add()
{
    if (m_free.empty()) {
        if (m_entries.size() == maxEntries)
            return 0;
        const auto index = UsageId(m_entries.size());
        m_entries.push_back({0, index + UsageId(maxEntries), {}});
        m_free.push_back(index);
    }
    Entry &entry = m_entries[m_free.back()];
    m_free.pop_back();
    entry.id = entry.next;
    entry.usage = {};
    return entry.id;
}

void UsageTable::remove(UsageId id)
{
    if (!find(id))
        return;
    const UsageId index = id & indexMask;
    Entry &entry = m_entries[index];
    entry.id = 0;
    entry.next = id + UsageId(maxEntries);
    if (entry.next == index) // the count has wrapped: restart from 1, because 0 is no entry
        entry.next += UsageId(maxEntries);
    m_free.push_back(index);
}

} // namespace pushlab::ledger
