// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/httptransport.h"

namespace pushlab::transport {

HttpTransport::HttpTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : ChatTransport(parent), m_sender(endpoint, network, timing)
{
    connect(&m_sender, &HttpSender::payloadCarried, this, &ChatTransport::payloadCarried);
    connect(&m_sender, &HttpSender::acknowledged, this, &ChatTransport::acknowledged);
    connect(&m_sender, &HttpSender::refused, this, &ChatTransport::refused);
    connect(&m_sender, &HttpSender::sendFailed, this, &ChatTransport::sendFailed);
}

void HttpTransport::start(const Cursor &cursor, const Pace &pace)
{
    m_cursor = cursor;
    m_running = true;
    begin(pace);
}

void HttpTransport::send(const protocol::Outgoing &outgoing)
{
    if (m_running)
        m_sender.send(outgoing);
}

void HttpTransport::stop()
{
    m_running = false;
    m_sender.stop();
}

} // namespace pushlab::transport
