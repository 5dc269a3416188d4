// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/requesttransport.h"

namespace pushlab::transport {

using namespace std::chrono_literals;

RequestTransport::RequestTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : HttpTransport(endpoint, network, timing, parent), m_request(endpoint, network, timing)
{
    connect(&m_request, &MessagesRequest::payloadCarried, this, &ChatTransport::payloadCarried);
    connect(&m_request, &MessagesRequest::answered, this, &RequestTransport::takeAnswer);
    connect(&m_request, &MessagesRequest::accessDenied, this, &RequestTransport::denyAccess);
    connect(&m_request, &MessagesRequest::failed, this, &RequestTransport::fail);
    connect(&m_pause, &QTimer::timeout, this, &RequestTransport::ask);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // a coarse one would be seen in the delays
}

void RequestTransport::stop()
{
    HttpTransport::stop();
    m_pause.stop();
    m_request.stop();
}

void RequestTransport::begin(const Pace &pace)
{
    usePace(pace);
    ask();
}

void RequestTransport::ask()
{
    m_request.ask(m_cursor, hold());
    m_asked.start();
    Q_EMIT requestMade();
    if (isRunning())
        Q_EMIT phaseChanged(Phase::Waiting, 0ms);
}

void RequestTransport::takeAnswer(const protocol::MessageBatch &batch, bool mayHaveMore)
{
    const bool isNews = batch.epoch != m_cursor.epoch || batch.next != m_cursor.after;
    const Answered answer{isNews, mayHaveMore, std::chrono::milliseconds(m_asked.elapsed())};
    m_cursor = {batch.epoch, batch.next};
    Q_EMIT batchReceived(batch);
    if (!isRunning()) // stopped by whoever took the batch
        return;
    const std::chrono::milliseconds pause = pauseAfter(answer);
    if (pause == 0ms) {
        ask();
        return;
    }
    m_pause.start(pause);
    Q_EMIT phaseChanged(Phase::Pausing, pause);
}

} // namespace pushlab::transport
