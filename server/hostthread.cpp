// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/hostthread.h"

#include "server/room/memorystorage.h"
#include "server/storage/storagethread.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace pushlab::server {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcHost, "pushlab.host", QtInfoMsg)

constexpr std::chrono::milliseconds snapshotInterval = 200ms; // at most 10 a second are promised
// The pause between snapshots, as a multiple of the time that one takes: with 10,000 connections, one takes 10 ms.
constexpr int snapshotRest = 50;

HostFailure failureOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return HostFailure::AddressInUse;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return HostFailure::AddressNotAvailable;
    case QAbstractSocket::SocketAccessError:
        return HostFailure::AccessDenied;
    default:
        return HostFailure::Listening; // any other error of the socket
    }
}

} // namespace

HostThread::HostThread(const HostOptions &options, base::Mailbox<News>::Sender tell, base::Mailbox<HostSnapshot>::Sender latest,
                       const std::atomic<bool> &areSnapshotsWanted)
    : m_options(options)
    , m_tell(std::move(tell))
    , m_latest(std::move(latest))
    , m_areSnapshotsWanted(areSnapshotsWanted)
    , m_commands([this](std::vector<HostCommand> &&commands) {
        for (const HostCommand &command : commands)
            execute(command);
    })
{
}

HostThread::~HostThread() = default;

void HostThread::execute(const HostCommand &command)
{
    if (const auto *const changed = std::get_if<SettingsChange>(&command)) {
        change(*changed);
    } else if (const auto *const sheet = std::get_if<ReadWorksheet>(&command)) {
        if (m_server)
            m_tell.post(m_server->worksheet(sheet->lesson));
    } else if (const auto *const read = std::get_if<ReadLog>(&command)) {
        if (m_server)
            m_tell.post(LogRead{m_server->log(read->room)});
    } else if (const auto *const fresh = std::get_if<NewPin>(&command)) {
        m_options.pin = fresh->pin;
        if (m_server)
            m_server->setPin(fresh->pin);
    } else if (const auto *const invited = std::get_if<NewInvitation>(&command)) {
        m_options.invitation = invited->invitation;
        if (m_server)
            m_server->setInvitation(invited->invitation);
    } else if (const auto *const renewed = std::get_if<NewCertificate>(&command)) {
        m_options.tls = renewed->identity;
        if (m_server)
            m_server->setTls(renewed->identity);
    } else if (const auto *const wanted = std::get_if<RoomCommand>(&command)) {
        if (m_server)
            m_server->moderate(wanted->room, wanted->command);
    } else if (std::holds_alternative<ResetFigures>(command)) {
        if (m_server)
            m_server->resetFigures();
    } else if (const auto *const mark = std::get_if<NewMark>(&command)) {
        if (m_server)
            m_server->mark(mark->name);
    } else if (const auto *const asked = std::get_if<AskClass>(&command)) {
        if (m_server)
            m_server->ask(asked->order);
    } else if (const auto *const lesson = std::get_if<LessonState>(&command)) {
        m_lesson = lesson->state;
        if (m_server)
            m_server->setLesson(m_lesson);
    } else if (std::holds_alternative<ClearLogs>(command)) {
        if (m_server)
            m_server->clear();
    } else if (std::holds_alternative<StartRace>(command)) {
        if (m_server)
            m_server->startRace();
    } else if (const auto *const recorded = std::get_if<RecordTraffic>(&command)) {
        recordTraffic(recorded->isOn);
    } else if (std::holds_alternative<ReadTraffic>(command)) {
        m_isTrafficAwaited = m_isRecording;
    } else if (m_server) {
        m_server->stop();
    } else {
        m_isStopped = true;
        m_loop.quit();
    }
}

void HostThread::change(const SettingsChange &change)
{
    m_change = change.number;
    if (!m_server) {
        m_options.settings = change.after;
        return;
    }
    m_server->setSettings(protocol::merged(m_server->settings(), change.before, change.after));
    if (m_server->settings() != change.after) // somebody else has changed the settings, too
        tellSettings();
}

void HostThread::tellSettings()
{
    m_tell.post(SettingsNow{m_server->settings(), m_change});
}

void HostThread::recordTraffic(bool isOn)
{
    m_isRecording = isOn;
    m_isTrafficAwaited = isOn;
    if (m_server)
        m_server->traffic().recordAll(isOn);
}

//! Tells what was recorded since the host has taken the last of it.
void HostThread::tellTraffic()
{
    if (!m_isTrafficAwaited)
        return;
    std::optional<wire::TrafficExcerpt> news = m_server->traffic().takeNews();
    if (!news)
        return;
    m_isTrafficAwaited = false;
    m_tell.post(TrafficNews{*std::move(news)});
}

void HostThread::run()
{
    if (std::optional<std::vector<room::StoredRoom>> stored = load())
        serve(*std::move(stored));
}

std::optional<std::vector<room::StoredRoom>> HostThread::load()
{
    using Stored = std::vector<room::StoredRoom>;
    if (m_options.database.isEmpty()) {
        m_storage = std::make_unique<room::MemoryStorage>();
        return Stored();
    }
    storage::Loaded loaded;
    auto database = std::make_unique<storage::StorageThread>(storage::DatabaseOptions{m_options.database, m_options.isPowerSafe},
                                                             [this, &loaded](storage::Loaded &&given) {
                                                                 loaded = std::move(given);
                                                                 m_loop.quit();
                                                             });
    m_database = database.get();
    m_storage = std::move(database);
    m_loop.exec();
    if (m_isStopped)
        return std::nullopt;
    const auto *const fault = std::get_if<storage::Fault>(&loaded);
    if (!fault)
        return std::get<Stored>(std::move(loaded));
    m_database = nullptr;
    m_storage = std::make_unique<room::MemoryStorage>();
    if (fault->kind == storage::Fault::Kind::Locked && m_options.needsDatabase) {
        m_tell.post(Failed{fault->text, HostFailure::Database});
        return std::nullopt;
    }
    m_storageFault = *fault;
    return Stored();
}

void HostThread::serve(std::vector<room::StoredRoom> stored)
{
    m_server = std::make_unique<Server>(m_options, *m_storage, std::move(stored), m_storageFault ? m_storageFault->text : QString());
    const QString error = m_server->listen();
    if (!error.isEmpty()) {
        m_tell.post(Failed{error, failureOf(m_server->listenError())});
        return;
    }
    QTimer snapshotTimer;
    snapshotTimer.setSingleShot(true);
    QObject::connect(&snapshotTimer, &QTimer::timeout, m_server.get(),
                     [this, &snapshotTimer] { snapshotTimer.start(takeSnapshot()); });
    snapshotTimer.start(snapshotInterval);
    QObject::connect(m_server.get(), &Server::storageFailed, m_server.get(),
                     [this] { m_tell.post(StorageFailed{m_database->fault().value()}); });
    QObject::connect(m_server.get(), &Server::settingsChanged, m_server.get(), [this] { tellSettings(); });
    QObject::connect(m_server.get(), &Server::lessonOrdered, m_server.get(), [this](const QString &action, const QString &lesson) {
        m_tell.post(LessonOrder{action, lesson});
    });
    m_server->setLesson(m_lesson);
    m_server->traffic().recordAll(m_isRecording);
    QTimer trafficTimer;
    QObject::connect(&trafficTimer, &QTimer::timeout, m_server.get(), [this] { tellTraffic(); });
    trafficTimer.start(snapshotInterval);
    QObject::connect(m_server.get(), &Server::stopped, &m_loop, &QEventLoop::quit);
    if (m_storageFault)
        m_tell.post(StorageFailed{*m_storageFault});
    m_tell.post(Started{m_server->port()});
    qCInfo(lcHost, "Listening on port %d", m_server->port());
    m_loop.exec();
}

std::chrono::milliseconds HostThread::takeSnapshot()
{
    if (!m_areSnapshotsWanted)
        return snapshotInterval;
    const auto began = std::chrono::steady_clock::now();
    m_latest.postLatest(m_server->snapshot());
    const auto rest = snapshotRest * (std::chrono::steady_clock::now() - began);
    return std::max(snapshotInterval, std::chrono::ceil<std::chrono::milliseconds>(rest));
}

} // namespace pushlab::server
