// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/entrybatch.h"

#include <algorithm>
#include <utility>

namespace pushlab::transport {

namespace {

constexpr qsizetype maxBatchEntries = 1000;

} // namespace

void EntryBatch::begin(const protocol::RoomInfo &info)
{
    m_batch.epoch = info.epoch;
    m_batch.oldest = info.oldest;
}

void EntryBatch::raiseOldest(qint64 oldest)
{
    m_batch.oldest = std::max(m_batch.oldest, oldest);
}

bool EntryBatch::add(protocol::Entry entry)
{
    m_batch.entries.append(std::move(entry));
    return m_batch.entries.size() >= maxBatchEntries;
}

std::optional<protocol::MessageBatch> EntryBatch::take()
{
    if (m_batch.entries.isEmpty())
        return std::nullopt;
    protocol::MessageBatch batch = m_batch;
    m_batch.entries.clear();
    batch.next = protocol::seqOf(batch.entries.constLast());
    return batch;
}

} // namespace pushlab::transport
