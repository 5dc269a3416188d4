// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/epolldispatcher.h"

#include "server/base/loop/directreader.h"
#include "server/base/loop/logging.h"
#include "server/base/loop/streamendlistener.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace pushlab::base {

namespace {

using Clock = TimerList::Clock;

//! Reports the end of the stream: Qt closes the descriptor as it reads the end, so this is the last moment to ask the kernel.
void announceEnd(const QSocketNotifier &notifier)
{
    const QObject *const engine = notifier.type() == QSocketNotifier::Read ? notifier.parent() : nullptr;
    if (auto *const listener = qobject_cast<StreamEndListener *>(engine ? engine->parent() : nullptr))
        listener->aboutToReadEnd();
}

constexpr quint64 wakeUpTag = std::numeric_limits<quint64>::max(); // differs from every combination of descriptor and generation

// Indexed by QSocketNotifier::Type. An error or a hang-up activates all notifiers of a descriptor, as in Qt's own dispatcher.
constexpr std::array<quint32, 3> interest{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 alwaysReported = EPOLLERR | EPOLLHUP;

quint64 tagOf(int descriptor, quint32 generation)
{
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent) : QAbstractEventDispatcher(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpTag;
    if (isValid())
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp.descriptor(), &event);
}

EpollDispatcher::~EpollDispatcher()
{
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool EpollDispatcher::isValid() const
{
    return m_epoll >= 0 && m_wakeUp.isValid();
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool wasInterrupted = m_isInterrupted.exchange(false); // set by an outer loop when this one is nested

    Q_EMIT awake();
    bool handled = std::exchange(m_isWokenLocally, false);
    QCoreApplication::sendPostedEvents();

    // Events that were posted while events were sent are sent by the next pass: this pass must not wait then.
    const auto mayWait = [&] { return flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted && !m_isWokenLocally; };
    if (mayWait())
        Q_EMIT aboutToBlock();

    if (!m_isInterrupted) {
        if (withSockets) {
            if (m_batchNext == m_batchEnd)
                waitForSockets(timeout(mayWait(), withTimers));
            handled |= sendSocketEvents();
        } else {
            handled |= waitForWakeUpOnly(timeout(mayWait(), withTimers));
        }
        if (withTimers)
            handled |= sendTimerEvents();
    }

    if (wasInterrupted)
        m_isInterrupted = true;
    return handled;
}

// Sockets

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier && thread() == QThread::currentThread());
    const qintptr descriptor = notifier->socket();
    if (descriptor < 0 || descriptor > std::numeric_limits<int>::max()) {
        qCWarning(lcLoop, "%lld is not a descriptor", qlonglong(descriptor));
        return;
    }
    QSocketNotifier *&entry = watchOf(descriptor).notifiers[notifier->type()];
    if (entry)
        qCWarning(lcLoop, "second notifier of one type for descriptor %lld", qlonglong(descriptor));
    entry = notifier;
    markDirty(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier && thread() == QThread::currentThread());
    const qintptr descriptor = notifier->socket();
    if (descriptor < 0 || std::size_t(descriptor) >= m_watches.size())
        return;
    Watch &watch = m_watches[std::size_t(descriptor)];
    QSocketNotifier *&entry = watch.notifiers[notifier->type()];
    if (entry != notifier)
        return;
    entry = nullptr;
    announceEnd(*notifier);
    if (std::ranges::any_of(watch.notifiers, [](const QSocketNotifier *other) { return other != nullptr; })) {
        markDirty(descriptor);
        return;
    }
    watch.reader = nullptr;
    // Without delay: the descriptor may be closed and given to another socket before the next wait.
    disarm(descriptor);
}

void EpollDispatcher::renewDescriptor(qintptr descriptor)
{
    if (descriptor < 0 || std::size_t(descriptor) >= m_watches.size())
        return;
    disarm(descriptor);
    markDirty(descriptor);
}

void EpollDispatcher::setDirectReader(qintptr descriptor, DirectReader *reader)
{
    if (descriptor >= 0 && std::size_t(descriptor) < m_watches.size())
        m_watches[std::size_t(descriptor)].reader = reader;
}

void EpollDispatcher::disarm(qintptr descriptor)
{
    Watch &watch = m_watches[std::size_t(descriptor)];
    ++watch.generation;
    if (watch.armed == 0)
        return;
    watch.armed = 0;
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, int(descriptor), nullptr); // fails harmlessly when the descriptor was closed already
}

EpollDispatcher::Watch &EpollDispatcher::watchOf(qintptr descriptor)
{
    const auto index = std::size_t(descriptor);
    if (index >= m_watches.size())
        m_watches.resize(std::max(index + 1, m_watches.size() * 2));
    return m_watches[index];
}

void EpollDispatcher::markDirty(qintptr descriptor)
{
    Watch &watch = m_watches[std::size_t(descriptor)];
    if (!std::exchange(watch.isDirty, true))
        m_dirty.push_back(int(descriptor));
}

void EpollDispatcher::applyChanges()
{
    // By index: disabling the notifiers of a refused descriptor may append to the list.
    for (std::size_t i = 0; i < m_dirty.size(); ++i) {
        const int descriptor = m_dirty[i];
        Watch &watch = m_watches[std::size_t(descriptor)];
        watch.isDirty = false;

        quint32 wanted = 0;
        for (std::size_t type = 0; type < interest.size(); ++type)
            wanted |= watch.notifiers[type] ? interest[type] : 0;
        if (wanted == watch.armed || wanted == 0)
            continue;

        epoll_event event{};
        event.events = wanted;
        event.data.u64 = tagOf(descriptor, watch.generation);
        int result = ::epoll_ctl(m_epoll, watch.armed ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
        if (result < 0 && errno == ENOENT) // the descriptor was closed and opened again while its notifier stayed
            result = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
        else if (result < 0 && errno == EEXIST)
            result = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);

        if (result == 0)
            watch.armed = wanted;
        else
            refuse(descriptor);
    }
    m_dirty.clear();
}

void EpollDispatcher::refuse(qintptr descriptor)
{
    qCWarning(lcLoop, "cannot watch descriptor %lld: %ls", qlonglong(descriptor), qUtf16Printable(qt_error_string()));
    const auto notifiers = m_watches[std::size_t(descriptor)].notifiers;
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier)
            notifier->setEnabled(false);
    }
}

void EpollDispatcher::waitForSockets(int milliseconds)
{
    applyChanges();
    m_batchNext = 0;
    m_batchEnd = 0;
    const int count = ::epoll_wait(m_epoll, m_batch.data(), int(m_batch.size()), milliseconds);
    if (count > 0)
        m_batchEnd = std::size_t(count);
    else if (count < 0 && errno != EINTR)
        qCWarning(lcLoop, "cannot wait: %ls", qUtf16Printable(qt_error_string()));
}

bool EpollDispatcher::sendSocketEvents()
{
    const bool handled = m_batchNext < m_batchEnd;
    while (m_batchNext < m_batchEnd) {
        const epoll_event event = m_batch[m_batchNext++];
        prefetchNext();
        if (event.data.u64 == wakeUpTag)
            drainWakeUp();
        else
            sendEvents(event);
    }
    return handled;
}

//! Prefetches what the next events need while the present one is handled: with thousands of connections, most have left the cache
//! since their last event.
void EpollDispatcher::prefetchNext() const
{
    const auto watchAt = [this](std::size_t place) -> const Watch * {
        const auto index = std::size_t(place < m_batchEnd ? quint32(m_batch[place].data.u64) : 0);
        return index < m_watches.size() ? &m_watches[index] : nullptr;
    };
    __builtin_prefetch(watchAt(m_batchNext + 4));
    if (const Watch *const watch = watchAt(m_batchNext + 2); watch && watch->reader) {
        const auto *const reader = reinterpret_cast<const char *>(watch->reader);
        for (std::size_t line = 0; line < 4; ++line)
            __builtin_prefetch(reader + 64 * line);
    }
    if (const Watch *const watch = watchAt(m_batchNext + 1); watch && watch->reader)
        watch->reader->prefetchForRead(false);
    if (const Watch *const watch = watchAt(m_batchNext); watch && watch->reader)
        watch->reader->prefetchForRead(true);
}

void EpollDispatcher::sendEvents(const epoll_event &event)
{
    const auto index = std::size_t(quint32(event.data.u64));
    const auto generation = quint32(event.data.u64 >> 32);
    for (std::size_t type = 0; type < interest.size(); ++type) {
        if (!(event.events & (interest[type] | alwaysReported)))
            continue;
        const Watch &watch = m_watches[index]; // looked up anew: the table may have moved
        if (watch.generation != generation)
            return;
        if (QSocketNotifier *notifier = watch.notifiers[type]) {
            // Errors and hang-ups are left to the notifier.
            if (type == QSocketNotifier::Read && watch.reader && event.events == EPOLLIN && watch.reader->readNow())
                return;
            QEvent activation(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &activation);
        }
    }
}

// Timers

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    Q_ASSERT(thread() == QThread::currentThread());
    m_timers.add(timerId, std::chrono::milliseconds(interval), timerType, object, Clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const std::optional<Clock::duration> remaining = m_timers.remaining(timerId, Clock::now());
    return remaining ? int(std::chrono::ceil<std::chrono::milliseconds>(*remaining).count()) : -1;
}

bool EpollDispatcher::sendTimerEvents()
{
    if (!m_timers.nextDue())
        return false; // without timers not even the clock is read
    bool handled = false;
    const TimerList::Pass pass = m_timers.beginPass(Clock::now());
    while (const std::optional<TimerList::Due> due = m_timers.takeDue(pass)) {
        QTimerEvent event(due->id);
        QCoreApplication::sendEvent(due->object, &event);
        m_timers.finish(*due);
        // As in Qt's own dispatcher: otherwise processEvents() with a time limit would spin on an idle timer.
        handled |= !due->isIdle;
    }
    return handled;
}

int EpollDispatcher::timeout(bool mayWait, bool withTimers) const
{
    if (!mayWait)
        return 0;
    const std::optional<Clock::time_point> due = withTimers ? m_timers.nextDue() : std::nullopt;
    if (!due)
        return -1;
    // Rounded up: a wait that ends before its timer is due would be followed by another, of no length.
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - Clock::now()).count();
    return int(std::clamp<qint64>(wait, 0, std::numeric_limits<int>::max()));
}

// Waking up

void EpollDispatcher::wakeUp()
{
    if (QThread::currentThread() == thread()) {
        m_isWokenLocally = true;
        return;
    }
    if (!m_isWoken.exchange(true))
        m_wakeUp.raise();
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

void EpollDispatcher::drainWakeUp()
{
    m_wakeUp.clear();
    // Cleared before the posted events are sent: a thread that still finds the flag set has posted what the next pass will find.
    m_isWoken.exchange(false);
}

bool EpollDispatcher::waitForWakeUpOnly(int milliseconds)
{
    pollfd descriptor{m_wakeUp.descriptor(), POLLIN, 0};
    if (::poll(&descriptor, 1, milliseconds) <= 0)
        return false;
    drainWakeUp();
    return true;
}

} // namespace pushlab::base
