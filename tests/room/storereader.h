// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shardhelp.h"

#include "server/room/logstore.h"

#include <memory>
#include <utility>

namespace pushlab::tests {

//! A room's use of its log: opens it, and records what it is told.
class Reader final : private room::OpenLog::Listener
{
public:
    Reader(room::LogStore &store, const QString &room) : m_log(store.open(room, *this)) {}

    [[nodiscard]] room::OpenLog &log() { return *m_log; }
    [[nodiscard]] const room::RoomLog &entries() const { return m_log->entries(); }

    void give(protocol::Entry entry, const QByteArray &key = {})
    {
        NotedReceipt receipt(notes);
        m_log->append(std::move(entry), key, receipt);
    }

    NotedReceipt::Notes notes; //!< of what was given
    int messages = 0; //!< of which it was told
    int calls = 0;
    int epochs = 0;
    int withdrawn = 0;
    bool wasEarly = false; //!< some receipt came before the entry was in the log

private:
    void onAppended(int count) override
    {
        ++calls;
        messages += count;
        wasEarly = wasEarly || (!notes.isEmpty() && notes.last() > entries().next());
    }
    void onWithdrawn(qint64) override { ++withdrawn; }
    void onEpochChanged() override { ++epochs; }

    std::unique_ptr<room::OpenLog> m_log;
};

} // namespace pushlab::tests
