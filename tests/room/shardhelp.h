// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/locallog.h"
#include "server/room/memorystorage.h"
#include "server/room/shard.h"

#include <QCoreApplication>

#include <memory>

namespace pushlab::tests {

//! Records its calls, at once or later.
class NotedReceipt final : public room::Receipt
{
public:
    //! The result of each append: its number, or refusedMark.
    using Notes = QList<qint64>;
    static constexpr qint64 refusedMark = -1;

    explicit NotedReceipt(Notes &notes) : m_notes(notes) {}
    void onCommitted(qint64 seq) override { m_notes.append(seq); }
    void onRefused(room::Refusal) override { m_notes.append(refusedMark); }
    [[nodiscard]] std::unique_ptr<Receipt> keep() override { return std::make_unique<NotedReceipt>(m_notes); }

private:
    Notes &m_notes;
};

//! Appends to a room whose store commits at once; returns the number.
inline qint64 append(room::Room &room, const protocol::Outgoing &outgoing)
{
    NotedReceipt::Notes notes;
    NotedReceipt receipt(notes);
    room.append(outgoing, receipt);
    return notes.value(0);
}

//! A shard with logs in memory.
class MemoryShard final
{
public:
    void start(const base::Clock &clock, qsizetype maxLogBytes = protocol::maxAllLogsBytes)
    {
        reset();
        m_log = std::make_unique<room::LocalLog>(clock, m_storage, std::vector<room::StoredRoom>(), maxLogBytes);
        m_shard = std::make_unique<room::Shard>(clock, *m_log, QStringLiteral("lobby"));
    }
    void reset()
    {
        m_shard.reset();
        m_log.reset();
    }

    [[nodiscard]] room::Shard *operator->() const { return m_shard.get(); }
    [[nodiscard]] room::Shard &operator*() const { return *m_shard; }

private:
    room::MemoryStorage m_storage;
    std::unique_ptr<room::LocalLog> m_log;
    std::unique_ptr<room::Shard> m_shard;
};

//! Runs one pass of the event loop.
inline void pass(room::Shard &shard)
{
    QCoreApplication::sendPostedEvents(&shard);
}

inline protocol::Outgoing hello(qsizetype size = 5)
{
    protocol::Outgoing outgoing;
    outgoing.text = QString(size, u'x');
    return outgoing;
}

//! Counts its calls of wake(), the first of which ends it.
class CountingWaiter final : public room::Waiter
{
public:
    explicit CountingWaiter(int &woken) : m_woken(woken) {}
    [[nodiscard]] bool wake() override { return ++m_woken > 0; }
    void expire() override {}

private:
    int &m_woken;
};

} // namespace pushlab::tests
