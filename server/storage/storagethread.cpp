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

// After this long without commands, nobody is likely to wait for the disk.
constexpr std::chrono::milliseconds quietTime{500};

} // namespace

//! Passes the address of the new thread's mailbox to the constructor.
class StorageThread::Start final
{
public:
    void set(base::Mailbox<Post>::Sender commands)
    {
        const std::lock_guard lock(m_mutex);
        m_commands = std::move(commands);
        m_isSet = true;
        // Notified under the lock, because the waiting thread destroys this object as soon as it has the lock.
        m_changed.notify_one();
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

//! All that lives in the new thread.
class StorageThread::Worker final
{
public:
    explicit Worker(const base::Mailbox<Report>::Sender &report)
        : m_report(report), m_commands([this](std::vector<Post> &&posts) { take(std::move(posts)); })
    {
        m_quiet.setSingleShot(true);
        m_quiet.callOnTimeout([this] {
            if (m_writer)
                m_writer->checkpoint();
        });
    }

    [[nodiscard]] base::Mailbox<Post>::Sender commands() const { return m_commands.sender(); }

    //! Opens the database and reads it, then carries out commands until the last.
    void run(const DatabaseOptions &options, const std::atomic<bool> &isCancelled)
    {
        load(options, isCancelled);
        m_loop.exec();
    }

private:
    void load(const DatabaseOptions &options, const std::atomic<bool> &isCancelled);
    void take(std::vector<Post> &&posts);
    void write(const std::vector<StorageCommand> &commands);

    QEventLoop m_loop;
    const base::Mailbox<Report>::Sender &m_report;
    std::unique_ptr<DatabaseConnection> m_connection; // after the loop, before all that uses it
    std::unique_ptr<Writer> m_writer;
    QTimer m_quiet;
    base::Mailbox<Post> m_commands;
};

void StorageThread::Worker::load(const DatabaseOptions &options, const std::atomic<bool> &isCancelled)
{
    auto opened = openDatabase(options);
    if (const Fault *const fault = std::get_if<Fault>(&opened)) {
        m_report.post(Loaded(*fault));
        return;
    }
    m_connection = std::move(std::get<std::unique_ptr<DatabaseConnection>>(opened));
    Loaded loaded = loadRooms(*m_connection, isCancelled);
    if (std::holds_alternative<Fault>(loaded)) {
        m_connection.reset();
    } else {
        const auto tell = [this](std::vector<CommittedUpTo> &&committed) { m_report.post(std::move(committed)); };
        m_writer = std::make_unique<Writer>(*m_connection, tell);
    }
    m_report.post(std::move(loaded));
}

void StorageThread::Worker::take(std::vector<Post> &&posts)
{
    std::vector<StorageCommand> commands;
    bool isLast = false;
    for (Post &post : posts) {
        if (StorageCommand *const command = std::get_if<StorageCommand>(&post))
            commands.push_back(std::move(*command));
        else
            isLast = true;
    }
    if (m_writer && !commands.empty())
        write(commands);
    if (m_writer && m_writer->isLogLong())
        m_quiet.start(quietTime);
    if (isLast)
        m_loop.quit();
}

void StorageThread::Worker::write(const std::vector<StorageCommand> &commands)
{
    if (m_writer->write(commands))
        return;
    m_report.post(*m_connection->fault());
    m_writer.reset();
    m_connection.reset(); // lets go of the file
}

StorageThread::StorageThread(const DatabaseOptions &options, std::function<void(Loaded &&)> onLoaded)
    : m_onLoaded(std::move(onLoaded)), m_reports([this](std::vector<Report> &&reports) {
        for (Report &report : reports)
            take(report);
    })
{
    Start start;
    const auto work = [options, &start, report = m_reports.sender(), this] {
        Worker worker(report);
        start.set(worker.commands());
        worker.run(options, m_isCancelled);
    };
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

void StorageThread::take(Report &report)
{
    if (auto *const loaded = std::get_if<Loaded>(&report)) {
        m_onLoaded(std::move(*loaded));
    } else if (const auto *const committed = std::get_if<std::vector<CommittedUpTo>>(&report)) {
        for (const CommittedUpTo &upTo : *committed) {
            if (m_listener)
                m_listener->onCommitted(upTo.log, upTo.seq);
        }
    } else {
        m_fault = std::get<Fault>(report);
        if (m_listener)
            m_listener->onStorageFailed(m_fault->text);
    }
}

} // namespace pushlab::storage
