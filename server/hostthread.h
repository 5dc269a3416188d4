// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/mailbox.h"
#include "server/hostmessages.h"
#include "server/hostoptions.h"
#include "server/hostsnapshot.h"
#include "server/room/storage.h"
#include "server/server.h"
#include "server/storage/fault.h"

#include <QEventLoop>
#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace pushlab::storage {
class StorageThread;
}

namespace pushlab::server {

//! The server's thread from start to end: loads the database, serves, stops. Created and used in that thread.
class HostThread final
{
    Q_DISABLE_COPY_MOVE(HostThread)

public:
    //! Takes snapshots while \a areSnapshotsWanted, which must outlive it.
    HostThread(const HostOptions &options, base::Mailbox<News>::Sender tell, base::Mailbox<HostSnapshot>::Sender latest,
               const std::atomic<bool> &areSnapshotsWanted);
    ~HostThread();

    [[nodiscard]] base::Mailbox<HostCommand>::Sender commands() const { return m_commands.sender(); }

    void run(); //!< returns when the host was told to stop, or when starting failed

private:
    void execute(const HostCommand &command);
    void change(const SettingsChange &change);
    void tellSettings();
    void recordTraffic(bool isOn);
    void tellTraffic();
    //! Opens the storage and returns its rooms; nullopt when told to stop, or on failure.
    [[nodiscard]] std::optional<std::vector<room::StoredRoom>> load();
    void serve(std::vector<room::StoredRoom> stored);
    //! Takes a snapshot and returns the time until the next one.
    [[nodiscard]] std::chrono::milliseconds takeSnapshot();

    HostOptions m_options;
    base::Mailbox<News>::Sender m_tell;
    base::Mailbox<HostSnapshot>::Sender m_latest;
    const std::atomic<bool> &m_areSnapshotsWanted;
    QEventLoop m_loop;
    QJsonObject m_lesson; //!< the last that was said of it
    base::Mailbox<HostCommand> m_commands;
    std::unique_ptr<room::Storage> m_storage; // outlives the server
    storage::StorageThread *m_database = nullptr; //!< the same, when it is a file
    std::optional<storage::Fault> m_storageFault; //!< why it is none, though one was wanted
    std::unique_ptr<Server> m_server;
    int m_change = 0; //!< number of the last SettingsChange
    bool m_isRecording = false; //!< the traffic of all connections
    bool m_isTrafficAwaited = false; //!< the host has taken what it was told last
    bool m_isStopped = false; //!< the host was told to stop before there was a server
};

} // namespace pushlab::server
