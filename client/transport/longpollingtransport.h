// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/httpsender.h"
#include "client/transport/messagesrequest.h"
#include "client/transport/timing.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pushlab::transport {

//! Long polling: asks, and the host holds the request until it has a message or the hold is over; then asks again at
//! once. Sends go their own way and never wait behind a held request.
class LongPollingTransport final : public ChatTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LongPollingTransport)

public:
    //! \a network is borrowed and shall outlive the transport.
    LongPollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::LongPolling; }
    void start(const Cursor &cursor, const Pace &pace) override;
    void send(const protocol::Outgoing &outgoing) override;
    void stop() override;

private:
    void ask();
    void takeAnswer(const protocol::MessageBatch &batch);
    void fail(const QString &reason);

    HttpSender m_sender;
    MessagesRequest m_request;
    QTimer m_pause; // only when the host does not hold
    QElapsedTimer m_asked;
    Cursor m_cursor;
    std::chrono::milliseconds m_hold{};
    bool m_running = false;
};

} // namespace pushlab::transport
