// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/httpsender.h"
#include "client/transport/messagesrequest.h"
#include "client/transport/timing.h"

#include <QTimer>

namespace pushlab::transport {

//! Short polling: asks, is answered at once, and pauses before it asks again. The pause begins with the answer, so that
//! a slow host is never asked faster than it answers.
class PollingTransport final : public ChatTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PollingTransport)

public:
    //! \a network is borrowed and shall outlive the transport.
    PollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::Polling; }
    void start(const Cursor &cursor, const Pace &pace) override;
    void send(const protocol::Outgoing &outgoing) override;
    void stop() override;

private:
    void ask();
    void takeAnswer(const protocol::MessageBatch &batch, bool mayHaveMore);
    void fail(const QString &reason);

    HttpSender m_sender;
    MessagesRequest m_request;
    QTimer m_pause;
    Cursor m_cursor;
    bool m_running = false;
};

} // namespace pushlab::transport
