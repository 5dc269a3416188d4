// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/mailbox.h"
#include "server/hostfailure.h"
#include "server/hostoptions.h"
#include "server/hostsnapshot.h"
#include "server/room/storage.h"
#include "server/server.h"
#include "server/storage/fault.h"

#include <QEventLoop>
#include <QList>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pushlab::server {

// What the server's thread tells the host.
struct Started
{
    quint16 port = 0;
};
struct Failed
{
    QString error;
    HostFailure what = HostFailure::Listening;
};
struct StorageFailed
{
    QString error;
};
struct LogRead
{
    QList<QByteArray> lines;
};
struct SettingsNow
{
    protocol::ClassSettings settings;
    int change = 0; //!< the last SettingsChange that is in them
};
using News = std::variant<Started, Failed, StorageFailed, LogRead, SettingsNow>;

// What the host tells the server's thread.
struct ReadLog
{
    QString room;
};
struct NewPin
{
    QString pin;
};
struct RoomCommand
{
    QString room;
    room::ModerationCommand command;
};
struct ResetFigures
{
};
struct NewMark
{
    QString name;
};
struct ClearLogs
{
};
struct SettingsChange
{
    protocol::ClassSettings before;
    protocol::ClassSettings after;
    int number = 0; //!< from 1 on
};
struct Stop
{
};
using HostCommand = std::variant<SettingsChange, ReadLog, NewPin, RoomCommand, ResetFigures, NewMark, ClearLogs, Stop>;

//! The server's thread from its first line to its last: loads the database, serves, ends. Made and used in it.
class HostThread final
{
    Q_DISABLE_COPY_MOVE(HostThread)

public:
    //! Takes snapshots while \a areSnapshotsWanted, which must outlive it.
    HostThread(const HostOptions &options, base::Mailbox<News>::Sender tell, base::Mailbox<HostSnapshot>::Sender latest,
               const std::atomic<bool> &areSnapshotsWanted);
    ~HostThread();

    [[nodiscard]] base::Mailbox<HostCommand>::Sender commands() const { return m_commands.sender(); }

    void run(); //!< until it is told to stop, or has failed

private:
    void execute(const HostCommand &command);
    void change(const SettingsChange &change);
    void tellSettings();
    //! Makes the storage. Nothing: told to stop, or failed.
    [[nodiscard]] std::optional<std::vector<room::StoredRoom>> load();
    void serve(std::vector<room::StoredRoom> stored);
    //! Returns when to take the next.
    [[nodiscard]] std::chrono::milliseconds takeSnapshot();

    HostOptions m_options;
    base::Mailbox<News>::Sender m_tell;
    base::Mailbox<HostSnapshot>::Sender m_latest;
    const std::atomic<bool> &m_areSnapshotsWanted;
    QEventLoop m_loop;
    base::Mailbox<HostCommand> m_commands;
    std::unique_ptr<room::Storage> m_storage; // outlives the server
    QString m_storageProblem;
    std::unique_ptr<Server> m_server;
    int m_change = 0; //!< number of the last SettingsChange
    bool m_isStopped = false; //!< while there was no server
};

} // namespace pushlab::server
