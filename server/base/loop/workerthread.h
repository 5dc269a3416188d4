// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <future>
#include <memory>

class QThread;

namespace pushlab::base {

//! A thread that runs one function, with the event dispatcher that serves many sockets best. It is owned, awaited and destroyed
//! in one thread. What the function did happens before the return of the wait: a promise guarantees it visibly, because the
//! thread sanitizer does not see QThread's own locks in a Qt that was built without it.
class WorkerThread final
{
    Q_DISABLE_COPY_MOVE(WorkerThread)

public:
    //! Starts the thread under the name \a name.
    WorkerThread(const QString &name, std::function<void()> function);
    //! Blocks until the function has returned; tell it to end before.
    ~WorkerThread();

private:
    std::promise<void> m_end;
    std::unique_ptr<QThread> m_thread;
};

} // namespace pushlab::base
