// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/wakeup.h"

#include <QSocketNotifier>

namespace pushlab::base {

Wakeup::~Wakeup()
{
    Q_ASSERT(!m_receiver);
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
    if (!m_counter.isValid()) {
        m_receiver = new QObject;
        return;
    }
    auto *notifier = new QSocketNotifier(m_counter.descriptor(), QSocketNotifier::Read);
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this] {
        m_counter.clear();
        const std::shared_ptr<Call> call = m_call;
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
        m_receiver->deleteLater(); // the notifier may be the sender of the signal that is being handled
    } else {
        delete m_receiver;
    }
    m_receiver = nullptr;
    m_call.reset();
}

void Wakeup::notify()
{
    Q_ASSERT(m_receiver);
    if (m_counter.isValid()) {
        m_counter.raise();
        return;
    }
    // Queued: the caller is in another thread.
    QMetaObject::invokeMethod(
        m_receiver, [call = m_call] { call->run(); }, Qt::QueuedConnection);
}

} // namespace pushlab::base
