// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/wakeup.h"

#include <QSocketNotifier>

#ifdef Q_OS_LINUX
#include <sys/eventfd.h>
#include <unistd.h>
#endif

namespace pushlab::io {

namespace {

#ifdef Q_OS_LINUX

int openCounter()
{
    return ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void closeCounter(int descriptor)
{
    ::close(descriptor);
}

void raiseCounter(int descriptor)
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof one); // cannot be full: it is read each time
}

void clearCounter(int descriptor)
{
    quint64 count = 0;
    [[maybe_unused]] const auto read = ::read(descriptor, &count, sizeof count);
}

#else

int openCounter()
{
    return -1;
}

void closeCounter(int) {}
void raiseCounter(int) {}
void clearCounter(int) {}

#endif

} // namespace

Wakeup::Wakeup()
    : m_descriptor(openCounter())
{
}

Wakeup::~Wakeup()
{
    Q_ASSERT(!m_receiver);
    if (m_descriptor >= 0)
        closeCounter(m_descriptor);
}

void Wakeup::Call::run()
{
    isRunning = true;
    function();
    isRunning = false;
}

void Wakeup::start(std::function<void()> woken)
{
    Q_ASSERT(!m_receiver);
    m_call = std::make_shared<Call>(Call{std::move(woken)});
    if (m_descriptor < 0) {
        m_receiver = new QObject;
        return;
    }
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read);
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [descriptor = m_descriptor, call = m_call] {
        clearCounter(descriptor);
        call->run();
    });
    m_receiver = notifier;
}

void Wakeup::stop()
{
    if (!m_receiver)
        return;
    if (m_call->isRunning) {
        if (auto *notifier = qobject_cast<QSocketNotifier *>(m_receiver))
            notifier->setEnabled(false); // the descriptor may be closed before it is deleted
        m_receiver->deleteLater(); // it is the one that is calling
    } else {
        delete m_receiver;
    }
    m_receiver = nullptr;
    m_call.reset();
}

void Wakeup::notify()
{
    Q_ASSERT(m_receiver);
    if (m_descriptor >= 0) {
        raiseCounter(m_descriptor);
        return;
    }
    // Queued: the caller is in another thread.
    QMetaObject::invokeMethod(m_receiver, [call = m_call] { call->run(); }, Qt::QueuedConnection);
}

} // namespace pushlab::io
