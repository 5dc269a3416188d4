// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/eventcounter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pushlab::base {

//! Lets another thread call a function in the thread of its owner: by an eventfd where the system has one, else by a
//! queued call. Several wake-ups that meet become one. Its owner starts and stops it, in a thread with an event loop;
//! the caller sees to it that notify() and stop() never run at the same time, and it may be destroyed in any thread
//! once it is stopped. Mailbox does both.
class Wakeup final
{
    Q_DISABLE_COPY_MOVE(Wakeup)

public:
    Wakeup() = default;
    ~Wakeup();

    //! From now on \a woken is called, in this thread, after each notify(). Once.
    void start(std::function<void()> woken);
    //! Owner's thread, also from within the function, which is not called any more.
    void stop();

    void notify(); //!< any thread, between start() and stop()

private:
    struct Call
    {
        std::function<void()> function;
        bool isRunning = false;

        void run();
    };

    EventCounter m_counter; // not valid: queued calls
    std::shared_ptr<Call> m_call; // held by whoever runs it: the function may destroy this object
    QObject *m_receiver = nullptr; // lives in the owner's thread, from start() to stop()
};

} // namespace pushlab::base
