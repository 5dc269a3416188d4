// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/workerthread.h"

#include "server/base/loop/serverdispatcher.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <utility>

namespace pushlab::base {

WorkerThread::WorkerThread(const QString &name, std::function<void()> function)
    : m_thread(QThread::create([this, run = std::move(function)] {
        run();
        m_end.set_value();
    }))
{
    m_thread->setObjectName(name);
    if (auto dispatcher = makeServerDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_thread->start();
}

WorkerThread::~WorkerThread()
{
    m_end.get_future().wait();
    m_thread->wait();
}

} // namespace pushlab::base
