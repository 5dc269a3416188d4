// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayhistogram.h"

#include <chrono>
#include <vector>

namespace pushlab::ledger {

//! As DelayHistogram, but stores only the buckets in use, with eight bytes each: there may be thousands of these, most with a few
//! dozen buckets. Minimum and maximum are not exact. A plain value.
class SparseHistogram
{
public:
    void merge(const protocol::DelayHistogram &other);
    void clear() { m_entries.clear(); }

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    //! As DelayHistogram::quantile(); must not be called when empty.
    [[nodiscard]] std::chrono::nanoseconds quantile(double p) const;

private:
    struct Entry
    {
        quint32 bucket = 0;
        quint32 times = 0; //!< stops at its maximum
    };
    std::vector<Entry> m_entries; //!< ascending by bucket
};

} // namespace pushlab::ledger
