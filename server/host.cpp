// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/host.h"

#include "server/io/linkconditioner.h"
#include "server/io/mailbox.h"
#include "server/io/serverdispatcher.h"
#include "server/server.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <variant>

namespace pushlab::server {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcHost, "pushlab.host", QtInfoMsg)

constexpr auto snapshotInterval = 200ms; // at most 10 a second are promised

struct Started
{
    quint16 port = 0;
};
struct Failed
{
    QString error;
};
using News = std::variant<Started, Failed>;

struct Stop
{
};
using Order = std::variant<push::ClassSettings, Stop>;

} // namespace

//! The server's thread and the two boxes through which it is spoken with. Nothing else is shared.
class Host::Private final
{
public:
    Private(Host &host, HostOptions given)
        : options(std::move(given)),
          news([this, &host](std::vector<News> &&items) { take(host, items.back()); }),
          snapshots([this, &host](std::vector<HostSnapshot> &&items) {
              if (isRunning)
                  Q_EMIT host.snapshotTaken(items.back());
          })
    {
    }

    void take(Host &host, const News &item);
    void run(const HostOptions &start, const io::Mailbox<News>::Sender &tell, const io::Mailbox<HostSnapshot>::Sender &latest);
    void post(Order order);
    void postSettings() { post(classSettings(options)); }

    HostOptions options;
    io::Mailbox<News> news; //!< from the server's thread; one a start
    io::Mailbox<HostSnapshot> snapshots; //!< only the newest waits: a window that is busy finds one, however long it was
    std::mutex ordersMutex;
    io::Mailbox<Order>::Sender orders; //!< to the server's thread; guarded by ordersMutex until it is there
    std::vector<Order> early; //!< given before the thread had its box; likewise
    std::unique_ptr<QThread> thread;
    quint16 port = 0;
    bool isRunning = false;
};

void Host::Private::take(Host &host, const News &item)
{
    if (const auto *const failed = std::get_if<Failed>(&item)) {
        Q_EMIT host.failed(failed->error);
        return;
    }
    port = std::get<Started>(item).port;
    options.port = port;
    isRunning = true;
    Q_EMIT host.started(port);
}

void Host::Private::post(Order order)
{
    const std::lock_guard lock(ordersMutex);
    if (!orders.post(order))
        early.push_back(std::move(order));
}

//! The server's thread from its first line to its last.
void Host::Private::run(const HostOptions &start, const io::Mailbox<News>::Sender &tell,
                        const io::Mailbox<HostSnapshot>::Sender &latest)
{
    QEventLoop loop;
    Server server(start);
    const QString error = server.listen();
    if (!error.isEmpty()) {
        tell.post(Failed{error});
        return;
    }
    io::Mailbox<Order> box([&server](std::vector<Order> &&given) {
        for (const Order &order : given) {
            if (const auto *const settings = std::get_if<push::ClassSettings>(&order))
                server.setClassSettings(*settings);
            else
                server.stop();
        }
    });
    {
        const std::lock_guard lock(ordersMutex);
        orders = box.sender();
        for (Order &order : early)
            box.post(std::move(order));
        early.clear();
    }
    QTimer snapshotTimer;
    QObject::connect(&snapshotTimer, &QTimer::timeout, &server, [&server, &latest] { latest.postLatest(server.snapshot()); });
    snapshotTimer.start(snapshotInterval);
    QObject::connect(&server, &Server::stopped, &loop, &QEventLoop::quit);
    tell.post(Started{server.port()});
    qCInfo(lcHost, "Listening on port %d", server.port());
    loop.exec();
}

Host::Host(HostOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, std::move(options))) {}

Host::~Host()
{
    stop();
}

void Host::start()
{
    Q_ASSERT(!d->thread);
    d->thread.reset(QThread::create([this, start = d->options, tell = d->news.sender(), latest = d->snapshots.sender()] {
        d->run(start, tell, latest);
    }));
    d->thread->setObjectName(QStringLiteral("pushlab-server"));
    if (auto dispatcher = io::makeServerDispatcher())
        d->thread->setEventDispatcher(dispatcher.release());
    d->thread->start();
}

void Host::stop()
{
    if (!d->thread)
        return;
    d->isRunning = false;
    d->news.close();
    d->snapshots.close();
    d->post(Stop{});
    d->thread->wait();
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

void Host::setPollInterval(std::chrono::milliseconds interval)
{
    d->options.pollInterval = std::clamp(interval, protocol::minPollInterval, protocol::maxPollInterval);
    d->postSettings();
}

void Host::setHold(std::chrono::milliseconds hold)
{
    d->options.hold = std::clamp<std::chrono::milliseconds>(hold, protocol::minHold, protocol::maxWait);
    d->postSettings();
}

void Host::setConditioner(const protocol::Conditioner &conditioner, const QString &room)
{
    const protocol::Conditioner bounded = protocol::clamped(conditioner);
    if (!room.isEmpty()) {
        if (bounded.isOn())
            d->options.roomConditioners.insert(room, bounded);
        else
            d->options.roomConditioners.remove(room);
        d->postSettings();
        return;
    }
    d->options.delay = bounded.delay;
    d->options.jitter = bounded.jitter;
    d->options.rateBitsPerSecond = bounded.bitsPerSecond;
    d->postSettings();
}

bool Host::canCondition()
{
    return io::LinkConditioner::isSupported;
}

void Host::setTechnique(std::optional<protocol::Technique> technique)
{
    d->options.technique = technique;
    d->postSettings();
}

} // namespace pushlab::server
