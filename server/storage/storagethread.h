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
#include <variant>
#include <vector>

namespace pushlab::storage {

//! A database in a thread of its own. All commands that wait when it looks are committed together: a lone message waits for its
//! own commit only, and under load many share one. Owned and spoken to in one thread with an event loop, which it never
//! blocks but when it is made, until its thread has begun, and when it is destroyed, until all commands are written.
class StorageThread final : public room::Storage
{
public:
    //! \a onLoaded is called on a later turn of the event loop; after a fault it takes no commands.
    StorageThread(const DatabaseOptions &options, std::function<void(Loaded &&)> onLoaded);
    ~StorageThread() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    [[nodiscard]] bool isDurable() const override { return true; }
    void open(const room::LogName &log) override { post(OpenRoom{log}); }
    [[nodiscard]] bool append(const room::LogName &log, const protocol::Entry &entry, const QByteArray &key) override
    {
        post(AppendEntry{log, entry, key});
        return false; // not yet committed
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

    void post(StorageCommand command) { m_commands.post(std::move(command)); }
    static void run(const DatabaseOptions &options, Start &start, const base::Mailbox<Report>::Sender &report,
                    const std::atomic<bool> &isCancelled);
    void take(Report &report);

    Listener *m_listener = nullptr;
    std::function<void(Loaded &&)> m_onLoaded;
    base::Mailbox<Report> m_reports;
    base::Mailbox<Post>::Sender m_commands;
    std::atomic<bool> m_isCancelled = false; //!< the loading
    std::unique_ptr<base::WorkerThread> m_thread;
};

} // namespace pushlab::storage
