// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/eventcounter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pushlab::base {

//! Lets another thread call a function in the thread of its owner: by an eventfd where the system has one, otherwise by a queued
//! call. Several wake-ups that coincide become one. The owner starts and stops it, in a thread with an event loop. The caller
//! ensures that notify() and stop() never run at the same time. Once stopped, it may be destroyed in any thread. Used by Mailbox.
class Wakeup final
{
    Q_DISABLE_COPY_MOVE(Wakeup)

public:
    Wakeup() = default;
    ~Wakeup();

    //! Has \a woken called, in this thread, after each notify(). May be called once.
    void start(std::function<void()> woken);
    //! Ends the calls of the function; may be called from within it. Owner's thread.
    void stop();

    void notify(); //!< any thread, between start() and stop()

private:
    struct Call
    {
        std::function<void()> function;
        bool isRunning = false;

        void run();
    };

    EventCounter m_counter; // when it is not valid, queued calls are used instead
    std::shared_ptr<Call> m_call; // the running call holds it, too: the function may destroy this object
    QObject *m_receiver = nullptr; // lives in the owner's thread, from start() to stop()
};

} // namespace pushlab::base
