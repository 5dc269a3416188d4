// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/sparsehistogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pushlab::ledger {

namespace {

quint32 saturated(qint64 times)
{
    return quint32(std::min<qint64>(times, std::numeric_limits<quint32>::max()));
}

} // namespace

void SparseHistogram::merge(const protocol::DelayHistogram &other)
{
    const QList<protocol::BucketCount> added = other.buckets();
    std::vector<Entry> merged;
    merged.reserve(m_entries.size() + size_t(added.size()));
    auto own = m_entries.cbegin();
    for (const protocol::BucketCount &next : added) {
        for (; own != m_entries.cend() && own->bucket < next.bucket; ++own)
            merged.push_back(*own);
        const bool isShared = own != m_entries.cend() && own->bucket == next.bucket;
        const qint64 before = isShared ? (own++)->times : 0;
        merged.push_back({quint32(next.bucket), saturated(before + next.times)});
    }
    merged.insert(merged.end(), own, m_entries.cend());
    merged.shrink_to_fit();
    m_entries = std::move(merged);
}

std::chrono::nanoseconds SparseHistogram::quantile(double p) const
{
    qint64 count = 0;
    for (const Entry &entry : m_entries)
        count += entry.times;
    const auto rank = std::clamp(qint64(std::ceil(p * double(count) * (1 - 1e-15))), qint64(1), count); // 0.95 * 20 is 19
    auto entry = m_entries.cbegin();
    for (qint64 seen = entry->times; seen < rank; seen += entry->times)
        ++entry;
    return protocol::DelayHistogram::middleOf(entry->bucket);
}

} // namespace pushlab::ledger
