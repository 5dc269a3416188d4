// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/storagethread.h"

#include "server/storage/writer.h"

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace pushlab::storage {

namespace {

// Without a command for so long, nobody is about to wait for the disk.
constexpr std::chrono::milliseconds quietTime{500};

} // namespace

//! Where the new thread leaves the way to its mailbox.
class StorageThread::Start final
{
public:
    void set(base::Mailbox<Post>::Sender commands)
    {
        const std::lock_guard lock(m_mutex);
        m_commands = std::move(commands);
        m_isSet = true;
        m_changed.notify_one(); // with the lock: the waiter destroys this as soon as it has it
    }

    base::Mailbox<Post>::Sender get()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isSet; });
        return m_commands;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    base::Mailbox<Post>::Sender m_commands;
    bool m_isSet = false;
};

StorageThread::StorageThread(const DatabaseOptions &options, std::function<void(Loaded &&)> onLoaded)
    : m_onLoaded(std::move(onLoaded)), m_reports([this](std::vector<Report> &&reports) {
        for (Report &report : reports)
            take(report);
    })
{
    Start start;
    const auto work = [options, &start, report = m_reports.sender(), this] { run(options, start, report, m_isCancelled); };
    m_thread = std::make_unique<base::WorkerThread>(QStringLiteral("pushlab-storage"), work);
    m_commands = start.get();
}

StorageThread::~StorageThread()
{
    m_isCancelled = true;
    m_reports.close();
    m_commands.post(Close{});
    m_thread.reset();
}

void StorageThread::run(const DatabaseOptions &options, Start &start, const base::Mailbox<Report>::Sender &report,
                        const std::atomic<bool> &isCancelled)
{
    QEventLoop loop;
    std::unique_ptr<DatabaseConnection> connection; // after the loop, before all that uses it
    std::unique_ptr<Writer> writer;
    QTimer quiet;
    quiet.setSingleShot(true);
    quiet.callOnTimeout([&writer] {
        if (writer)
            writer->checkpoint();
    });
    base::Mailbox<Post> box([&](std::vector<Post> &&posts) {
        std::vector<StorageCommand> commands;
        bool isLast = false;
        for (Post &post : posts) {
            if (StorageCommand *const command = std::get_if<StorageCommand>(&post))
                commands.push_back(std::move(*command));
            else
                isLast = true;
        }
        if (writer && !commands.empty() && !writer->write(commands)) {
            report.post(*connection->fault());
            writer.reset();
            connection.reset(); // lets go of the file
        }
        if (writer && writer->isLogLong())
            quiet.start(quietTime);
        if (isLast)
            loop.quit();
    });
    start.set(box.sender());

    auto opened = openDatabase(options);
    if (const Fault *const fault = std::get_if<Fault>(&opened)) {
        report.post(Loaded(*fault));
    } else {
        connection = std::move(std::get<std::unique_ptr<DatabaseConnection>>(opened));
        Loaded loaded = loadRooms(*connection, isCancelled);
        if (std::holds_alternative<Fault>(loaded))
            connection.reset();
        else
            writer = std::make_unique<Writer>(
                *connection, [&report](std::vector<CommittedUpTo> &&committed) { report.post(std::move(committed)); });
        report.post(std::move(loaded));
    }
    loop.exec();
}

void StorageThread::take(Report &report)
{
    if (auto *const loaded = std::get_if<Loaded>(&report)) {
        m_onLoaded(std::move(*loaded));
    } else if (const auto *const committed = std::get_if<std::vector<CommittedUpTo>>(&report)) {
        for (const CommittedUpTo &upTo : *committed) {
            if (m_listener)
                m_listener->onCommitted(upTo.log, upTo.seq);
        }
    } else if (m_listener) {
        m_listener->onStorageFailed(std::get<Fault>(report).text);
    }
}

} // namespace pushlab::storage
