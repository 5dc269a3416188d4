// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/mailbox.h"
#include "server/base/loop/workerthread.h"
#include "server/room/storage.h"
#include "server/storage/database.h"
#include "server/storage/loader.h"
#include "server/storage/storagecommands.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pushlab::storage {

//! A database in a thread of its own. All commands that wait are committed together: a single message waits only for its own
//! commit, and under load many share one. Owned and called in one thread, which has an event loop. It blocks that thread only in
//! its constructor, until its own thread runs, and in its destructor, until all commands are written.
class StorageThread final : public room::Storage
{
public:
    //! \a onLoaded is called on a later turn of the event loop; after a fault no commands are accepted.
    StorageThread(const DatabaseOptions &options, std::function<void(Loaded &&)> onLoaded);
    ~StorageThread() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    //! Why it takes no commands any more: before its listener is told that it failed.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    [[nodiscard]] bool isDurable() const override { return true; }
    void open(const room::LogName &log) override { post(OpenRoom{log}); }
    [[nodiscard]] bool append(const room::LogName &log, const protocol::Entry &entry, const QByteArray &key) override
    {
        post(AppendEntry{log, entry, key});
        return false; // committed later
    }
    void clear() override { post(ClearAll{}); }
    void trim(const room::LogName &log, qint64 oldest) override { post(TrimLog{log, oldest}); }
    void forget(const room::LogName &log) override { post(ForgetRoom{log}); }
    void setQueue(const room::LogName &log, const QString &user, qint64 cursor) override { post(MoveQueue{log, user, cursor}); }
    void closeQueue(const room::LogName &log, const QString &user) override { post(MoveQueue{log, user, -1}); }

private:
    struct Close
    {
    };
    using Post = std::variant<StorageCommand, Close>;
    using Report = std::variant<Loaded, std::vector<CommittedUpTo>, Fault>;

    class Start;
    class Worker;

    void post(StorageCommand command) { m_commands.post(std::move(command)); }
    void take(Report &report);

    Listener *m_listener = nullptr;
    std::optional<Fault> m_fault;
    std::function<void(Loaded &&)> m_onLoaded;
    base::Mailbox<Report> m_reports;
    base::Mailbox<Post>::Sender m_commands;
    std::atomic<bool> m_isCancelled = false; //!< ends the loading
    std::unique_ptr<base::WorkerThread> m_thread;
};

} // namespace pushlab::storage
