// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <future>
#include <memory>

class QThread;

namespace pushlab::base {

//! A thread that runs one function, with the event dispatcher that serves many sockets best. Owned, awaited and destroyed in
//! one thread, for which all that the function did has happened once it has waited. That is said by a promise, because QThread
//! says it by locks that a thread sanitizer does not see in a Qt that was built without it.
class WorkerThread final
{
    Q_DISABLE_COPY_MOVE(WorkerThread)

public:
    //! Starts it.
    WorkerThread(const QString &name, std::function<void()> function);
    //! Waits. Tell the function to come to its end before.
    ~WorkerThread();

private:
    std::promise<void> m_end;
    std::unique_ptr<QThread> m_thread;
};

} // namespace pushlab::base
