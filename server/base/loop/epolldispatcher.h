// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/eventcounter.h"
#include "server/base/loop/timerlist.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <vector>

#include <sys/epoll.h>

namespace pushlab::base {

class DirectReader;

//! An event dispatcher on epoll, for a thread that serves many sockets: the cost of a socket event does not depend on
//! how many sockets there are, and an event allocates nothing. Hand it to QThread::setEventDispatcher() before start();
//! the thread then owns it. Not for the thread of a window: it knows no native events. Descriptors that epoll refuses
//! (regular files) are refused with a warning. All but wakeUp() and interrupt() belong to its own thread.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    //! False when the system had no descriptor left; it must not be used then.
    [[nodiscard]] bool isValid() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    //! To be called before another file takes the place of the one that \a descriptor stands for (dup2): its notifiers then watch
    //! the new file.
    void renewDescriptor(qintptr descriptor);

    //! From now on \a reader is called first when \a descriptor has bytes; nullptr removes it. The descriptor needs a notifier
    //! for reading; when its last notifier goes, the reader is forgotten.
    void setDirectReader(qintptr descriptor, DirectReader *reader);

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override; //!< milliseconds, rounded up; -1 when there is no such timer

    void wakeUp() override; //!< any thread
    void interrupt() override; //!< any thread

private:
    static constexpr std::size_t batchSize = 512; //!< socket events that one call of epoll_wait may return

    //! The notifiers and the state of one descriptor.
    struct Watch
    {
        std::array<QSocketNotifier *, 3> notifiers{}; // indexed by QSocketNotifier::Type
        DirectReader *reader = nullptr; // called before the notifier for reading
        // Counts how often the descriptor left the set: an event of an earlier generation belongs to another socket.
        quint32 generation = 0;
        quint32 armed = 0; // the events that epoll is asked for; 0 when the descriptor is not in the set
        bool isDirty = false; // is listed in m_dirty
    };

    Watch &watchOf(qintptr descriptor);
    void markDirty(qintptr descriptor);
    void disarm(qintptr descriptor);
    void applyChanges();
    void refuse(qintptr descriptor);

    [[nodiscard]] int timeout(bool mayWait, bool withTimers) const;
    void waitForSockets(int milliseconds);
    bool waitForWakeUpOnly(int milliseconds);
    void drainWakeUp();
    bool sendSocketEvents();
    void prefetchNext() const;
    void sendEvents(const epoll_event &event);
    bool sendTimerEvents();

    int m_epoll = -1;
    EventCounter m_wakeUp;

    std::vector<Watch> m_watches; // indexed by descriptor; may be reallocated whenever an event is sent
    std::vector<int> m_dirty; // descriptors whose events in the set differ from what their notifiers want

    // A nested event loop continues the batch that the outer one began, so that no event is sent twice.
    std::array<epoll_event, batchSize> m_batch;
    std::size_t m_batchNext = 0;
    std::size_t m_batchEnd = 0;

    TimerList m_timers;

    bool m_isWokenLocally = false; // a wake-up by the dispatcher's own thread needs no system call
    std::atomic<bool> m_isWoken = false; // m_wakeUp is raised, or about to be
    std::atomic<bool> m_isInterrupted = false;
};

} // namespace pushlab::base
