// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/pollingtransport.h"

namespace pushlab::transport {

using namespace std::chrono_literals;

PollingTransport::PollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : ChatTransport(parent), m_sender(endpoint, network, timing), m_request(endpoint, network, timing)
{
    connect(&m_sender, &HttpSender::acknowledged, this, &ChatTransport::acknowledged);
    connect(&m_sender, &HttpSender::refused, this, &ChatTransport::refused);
    connect(&m_sender, &HttpSender::sendFailed, this, &ChatTransport::sendFailed);
    connect(&m_request, &MessagesRequest::answered, this, &PollingTransport::takeAnswer);
    connect(&m_request, &MessagesRequest::accessDenied, this, [this](const protocol::Refusal &refusal) {
        stop();
        Q_EMIT accessDenied(refusal);
    });
    connect(&m_request, &MessagesRequest::failed, this, &PollingTransport::fail);
    connect(&m_pause, &QTimer::timeout, this, &PollingTransport::ask);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // a coarse one would be seen in the delays
}

void PollingTransport::start(const Cursor &cursor, const Pace &pace)
{
    m_cursor = cursor;
    m_pause.setInterval(pace.pollInterval);
    m_running = true;
    ask();
}

void PollingTransport::send(const protocol::Outgoing &outgoing)
{
    if (m_running)
        m_sender.send(outgoing);
}

void PollingTransport::stop()
{
    m_running = false;
    m_pause.stop();
    m_request.stop();
    m_sender.stop();
}

void PollingTransport::ask()
{
    m_request.ask(m_cursor, 0ms);
    Q_EMIT requestMade();
    if (m_running)
        Q_EMIT phaseChanged(Phase::Waiting, 0ms);
}

void PollingTransport::takeAnswer(const protocol::MessageBatch &batch, bool mayHaveMore)
{
    m_cursor = {batch.epoch, batch.next};
    Q_EMIT batchReceived(batch);
    if (!m_running) // stopped by whoever took the batch
        return;
    if (mayHaveMore) {
        ask();
        return;
    }
    m_pause.start();
    Q_EMIT phaseChanged(Phase::Pausing, m_pause.intervalAsDuration());
}

void PollingTransport::fail(const QString &reason)
{
    stop();
    Q_EMIT lost(reason);
}

} // namespace pushlab::transport
