// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/host.h"

#include "server/admission/secret.h"
#include "server/base/loop/workerthread.h"
#include "server/hostthread.h"
#include "server/io/link/linkconditioner.h"

#include <QMetaMethod>

#include <atomic>
#include <mutex>
#include <variant>

namespace pushlab::server {

//! The server's thread and the mailboxes by which both threads communicate. Nothing else is shared.
class Host::Private final
{
public:
    Private(Host &host, HostOptions given)
        : options(std::move(given))
        , news([this, &host](std::vector<News> &&items) {
            for (const News &item : items)
                take(host, item);
        })
        , snapshots([this, &host](std::vector<HostSnapshot> &&items) {
            if (isRunning)
                Q_EMIT host.snapshotTaken(items.back());
        })
    {
    }

    void take(Host &host, const News &item);
    void takeSettings(Host &host, const SettingsNow &now);
    void run(const HostOptions &start, const base::Mailbox<News>::Sender &tell, const base::Mailbox<HostSnapshot>::Sender &latest);
    void post(HostCommand command);

    HostOptions options;
    base::Mailbox<News> news; //!< from the server's thread
    //! Only the newest snapshot waits, so that a busy window finds one, however long it was busy.
    base::Mailbox<HostSnapshot> snapshots;
    std::mutex commandsMutex;
    base::Mailbox<HostCommand>::Sender commands; //!< to the server's thread; guarded by commandsMutex until that thread has it
    std::vector<HostCommand> early; //!< commands given before the thread had its mailbox; guarded in the same way
    std::unique_ptr<base::WorkerThread> thread;
    quint16 port = 0;
    int change = 0; //!< number of the last SettingsChange that was posted
    bool isRunning = false;
    bool isRecording = false; //!< traffic
    std::atomic<bool> areSnapshotsWanted = false; //!< set once a client has connected: a host without a window takes no snapshots
};

void Host::Private::take(Host &host, const News &item)
{
    if (const auto *const failed = std::get_if<Failed>(&item)) {
        Q_EMIT host.failed(failed->error, failed->what);
        return;
    }
    if (const auto *const lost = std::get_if<StorageFailed>(&item)) {
        Q_EMIT host.storageFailed(lost->fault.text, lost->fault);
        return;
    }
    if (const auto *const read = std::get_if<LogRead>(&item)) {
        Q_EMIT host.logRead(read->lines);
        return;
    }
    if (const auto *const settings = std::get_if<SettingsNow>(&item)) {
        takeSettings(host, *settings);
        return;
    }
    if (const auto *const sheet = std::get_if<protocol::Worksheet>(&item)) {
        Q_EMIT host.worksheetRead(*sheet);
        return;
    }
    if (const auto *const order = std::get_if<LessonOrder>(&item)) {
        Q_EMIT host.lessonOrdered(order->action, order->lesson);
        return;
    }
    if (const auto *const traffic = std::get_if<TrafficNews>(&item)) {
        if (!isRecording)
            return; // it was on its way when recording ended
        Q_EMIT host.trafficRecorded(traffic->excerpt);
        post(ReadTraffic{}); // not before: what nobody takes piles up nowhere
        return;
    }
    port = std::get<Started>(item).port;
    options.port = port;
    isRunning = true;
    Q_EMIT host.started(port);
}

void Host::Private::takeSettings(Host &host, const SettingsNow &now)
{
    // While a change of ours is on its way, older settings would undo it here; the answer to it follows.
    if (now.change != change || now.settings == options.settings)
        return;
    options.settings = now.settings;
    Q_EMIT host.settingsChanged(options.settings);
}

void Host::Private::post(HostCommand command)
{
    const std::lock_guard lock(commandsMutex);
    if (!commands.post(command))
        early.push_back(std::move(command));
}

void Host::Private::run(const HostOptions &start, const base::Mailbox<News>::Sender &tell,
                        const base::Mailbox<HostSnapshot>::Sender &latest)
{
    HostThread running(start, tell, latest, areSnapshotsWanted);
    {
        const std::lock_guard lock(commandsMutex);
        commands = running.commands();
        for (HostCommand &command : early)
            commands.post(std::move(command));
        early.clear();
    }
    running.run();
}

Host::Host(HostOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, std::move(options)))
{
    if (d->options.teacherKey.isEmpty())
        d->options.teacherKey = admission::generateKey();
}

Host::~Host()
{
    stop();
}

void Host::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Host::snapshotTaken))
        d->areSnapshotsWanted = true;
}

void Host::start()
{
    Q_ASSERT(!d->thread);
    const auto run = [this, start = d->options, tell = d->news.sender(), latest = d->snapshots.sender()] {
        d->run(start, tell, latest);
    };
    d->thread = std::make_unique<base::WorkerThread>(QStringLiteral("pushlab-server"), run);
}

void Host::stop()
{
    if (!d->thread)
        return;
    d->isRunning = false;
    d->news.close();
    d->snapshots.close();
    d->post(Stop{});
    d->thread.reset();
    d->port = 0;
}

bool Host::isRunning() const
{
    return d->isRunning;
}

quint16 Host::port() const
{
    return d->port;
}

const HostOptions &Host::options() const
{
    return d->options;
}

void Host::setSettings(const protocol::ClassSettings &settings)
{
    const protocol::ClassSettings bounded = protocol::clamped(settings);
    if (bounded == d->options.settings)
        return;
    d->post(SettingsChange{d->options.settings, bounded, ++d->change});
    d->options.settings = bounded;
}

bool Host::canCondition()
{
    return io::LinkConditioner::isSupported;
}

void Host::resetFigures()
{
    d->post(ResetFigures{});
}

void Host::mark(const QString &name)
{
    d->post(NewMark{name});
}

void Host::ask(const protocol::QuestionOrder &order)
{
    d->post(AskClass{order});
}

void Host::setLesson(const QJsonObject &state)
{
    d->post(LessonState{state});
}

void Host::clear()
{
    d->post(ClearLogs{});
}

void Host::startRace()
{
    d->post(StartRace{});
}

void Host::readLog(const QString &room)
{
    d->post(ReadLog{room});
}

void Host::recordTraffic(bool isOn)
{
    if (std::exchange(d->isRecording, isOn) != isOn)
        d->post(RecordTraffic{isOn});
}

void Host::readWorksheet(const QString &lesson)
{
    d->post(ReadWorksheet{lesson});
}

void Host::moderate(const QString &room, const room::ModerationCommand &command)
{
    d->post(RoomCommand{room, command});
}

void Host::setTls(const tls::TlsIdentity &identity)
{
    d->options.tls = identity;
    d->post(NewCertificate{identity});
}

void Host::setInvitation(const protocol::Invitation &invitation)
{
    d->options.invitation = invitation;
    d->post(NewInvitation{invitation});
}

void Host::setPin(const QString &pin)
{
    d->options.pin = pin;
    d->post(NewPin{pin});
}

} // namespace pushlab::server
