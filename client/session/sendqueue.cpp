// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/sendqueue.h"

#include "client/session/clockoffset.h"
#include "client/session/connectionmanager.h"
#include "client/session/logcursor.h"

namespace pushlab::session {

SendQueue::SendQueue(ConnectionManager &connection, const LogCursor &log, const ClockOffset &clock, QObject *parent)
    : QObject(parent), m_connection(connection), m_log(log), m_clock(clock)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SendQueue::pump);
    connect(&connection, &ConnectionManager::opened, this, &SendQueue::resume);
    connect(&connection, &ConnectionManager::acknowledged, this, &SendQueue::acknowledge);
    connect(&connection, &ConnectionManager::refused, this, &SendQueue::refuse);
    connect(&connection, &ConnectionManager::sendFailed, this, &SendQueue::sendLater);
}

SendQueue::~SendQueue() = default;

void SendQueue::pump()
{
    transport::ChatTransport *const transport = m_connection.transport();
    if (!transport || m_retry.isActive())
        return;
    while (m_outbox.sentCount() < transport->sendWindow()) {
        protocol::Outgoing *const next = m_outbox.takeNext();
        if (!next)
            return;
        next->via = transport->technique();
        if (next->sent == 0) // not known when it was written; a retry keeps the first time: the message is known by it
            next->sent = hostNow();
        Q_EMIT sent();
        transport->send(*next);
    }
}

void SendQueue::retry(const QString &id)
{
    if (m_outbox.retry(id))
        pump();
}

void SendQueue::retryNow()
{
    if (!m_retry.isActive())
        return;
    m_retry.stop();
    pump();
}

void SendQueue::stop()
{
    m_retry.stop();
    m_outbox.requeueAll();
}

// What the former transport took along may have arrived or not: the same ids tell the host.
void SendQueue::resume()
{
    stop();
    pump();
}

void SendQueue::acknowledge(const protocol::Ack &ack)
{
    m_backoff.reset();
    confirm(ack.id, ack.seq);
    pump();
}

void SendQueue::confirm(const QString &id, qint64 seq)
{
    const bool isUnseen = seq > m_log.position().after;
    if (m_outbox.confirm(id, isUnseen ? std::optional(seq) : std::nullopt))
        Q_EMIT confirmed(id, seq);
}

void SendQueue::refuse(const protocol::Refusal &refusal)
{
    if (m_outbox.refuse(refusal.id))
        Q_EMIT rejected(refusal);
    pump();
}

void SendQueue::sendLater(const QString &id)
{
    m_outbox.requeue(id);
    if (!m_retry.isActive()) // several that were under way fail as one
        m_retry.start(m_backoff.next());
}

double SendQueue::hostNow() const
{
    return double(qRound64(m_clock.hostTime(localMilliseconds()).value_or(0) * 1000)) / 1000;
}

} // namespace pushlab::session
