// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayhistogram.h"

#include <chrono>
#include <vector>

namespace pushlab::ledger {

//! The buckets of a DelayHistogram that are in use, eight bytes each: there may be thousands of these, most with a few
//! dozen buckets. As exact, but for the least and the greatest. A plain value.
class SparseHistogram
{
public:
    void merge(const protocol::DelayHistogram &other);
    void clear() { m_entries.clear(); }

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    //! As DelayHistogram::quantile(); not to be asked for when empty.
    [[nodiscard]] std::chrono::nanoseconds quantile(double p) const;

private:
    struct Entry
    {
        quint32 bucket = 0;
        quint32 times = 0; //!< stops at its limit
    };
    std::vector<Entry> m_entries; //!< ascending by bucket
};

} // namespace pushlab::ledger
