// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/longpollingtransport.h"

#include "server/protocol/limits.h"

#include <algorithm>

namespace pushlab::transport {

using namespace std::chrono_literals;

namespace {

// A host, or a proxy before it, that answers with nothing at once must not be asked in a storm.
constexpr std::chrono::milliseconds pauseAfterUnheld = 500ms;

} // namespace

LongPollingTransport::LongPollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing,
                                           QObject *parent)
    : ChatTransport(parent), m_sender(endpoint, network, timing), m_request(endpoint, network, timing)
{
    connect(&m_sender, &HttpSender::acknowledged, this, &ChatTransport::acknowledged);
    connect(&m_sender, &HttpSender::refused, this, &ChatTransport::refused);
    connect(&m_sender, &HttpSender::sendFailed, this, &ChatTransport::sendFailed);
    connect(&m_request, &MessagesRequest::answered, this, &LongPollingTransport::takeAnswer);
    connect(&m_request, &MessagesRequest::accessDenied, this, [this](const protocol::Refusal &refusal) {
        stop();
        Q_EMIT accessDenied(refusal);
    });
    connect(&m_request, &MessagesRequest::failed, this, &LongPollingTransport::fail);
    connect(&m_pause, &QTimer::timeout, this, &LongPollingTransport::ask);
    m_pause.setSingleShot(true);
}

void LongPollingTransport::start(const Cursor &cursor, const Pace &pace)
{
    m_cursor = cursor;
    m_hold = std::min<std::chrono::milliseconds>(pace.hold, protocol::maxWait);
    m_running = true;
    ask();
}

void LongPollingTransport::send(const protocol::Outgoing &outgoing)
{
    if (m_running)
        m_sender.send(outgoing);
}

void LongPollingTransport::stop()
{
    m_running = false;
    m_pause.stop();
    m_request.stop();
    m_sender.stop();
}

void LongPollingTransport::ask()
{
    m_request.ask(m_cursor, m_hold);
    m_asked.start();
    Q_EMIT requestMade();
    if (m_running)
        Q_EMIT phaseChanged(Phase::Waiting, 0ms);
}

void LongPollingTransport::takeAnswer(const protocol::MessageBatch &batch)
{
    const bool moved = batch.epoch != m_cursor.epoch || batch.next != m_cursor.after;
    const bool held = std::chrono::milliseconds(m_asked.elapsed()) >= std::min(m_hold / 2, pauseAfterUnheld);
    m_cursor = {batch.epoch, batch.next};
    Q_EMIT batchReceived(batch);
    if (!m_running) // stopped by whoever took the batch
        return;
    if (moved || held) {
        ask();
        return;
    }
    m_pause.start(pauseAfterUnheld);
    Q_EMIT phaseChanged(Phase::Pausing, pauseAfterUnheld);
}

void LongPollingTransport::fail(const QString &reason)
{
    stop();
    Q_EMIT lost(reason);
}

} // namespace pushlab::transport
