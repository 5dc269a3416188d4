// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/httpsender.h"
#include "client/transport/timing.h"

namespace pushlab::transport {

//! What the techniques share that send over HTTP: each message by a request of its own, beside what they ask with, so that it
//! never waits behind that.
class HttpTransport : public ChatTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpTransport)

public:
    void start(const Cursor &cursor, const Pace &pace) final;
    void send(const protocol::Outgoing &outgoing) final;
    void stop() override;

protected:
    //! \a network is borrowed and shall outlive the transport.
    HttpTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent);

    [[nodiscard]] bool isRunning() const final { return m_running; }
    //! Asks for what comes after the cursor.
    virtual void begin(const Pace &pace) = 0;

    Cursor m_cursor; // where it stands

private:
    HttpSender m_sender;
    bool m_running = false;
};

} // namespace pushlab::transport
