// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/entrybatch.h"
#include "client/transport/timing.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWebSocket>

namespace pushlab::transport {

//! WebSocket: one handshake, then both sides write when they have something. Messages that arrive in one pass of the
//! event loop become one batch; acknowledgements keep their place among them.
class WebSocketTransport final : public ChatTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

public:
    WebSocketTransport(const Endpoint &endpoint, const Timing &timing, QObject *parent = nullptr);
    ~WebSocketTransport() override; //!< stops

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::WebSocket; }
    [[nodiscard]] int sendWindow() const override { return 64; } // one connection: nothing overtakes
    void start(const Cursor &cursor, const Pace &pace) override;
    void send(const protocol::Outgoing &outgoing) override;
    void stop() override;

private:
    [[nodiscard]] bool isRunning() const override { return m_socket; }
    void flush() override;
    void takeFrame(const QString &text);
    void takeWelcome(const protocol::RoomInfo &info);
    void takeEntry(const protocol::Entry &entry);
    void ping();
    void checkSilence();
    void reportClosed();

    Endpoint m_endpoint;
    Timing m_timing;
    QWebSocket *m_socket = nullptr; // a child
    QTimer m_opening;
    QTimer m_pings;
    QTimer m_silence;
    QTimer m_flush;
    EntryBatch m_batch; // since the last flush
    QList<protocol::Outgoing> m_early; // sent before the welcome
    bool m_welcomed = false;
};

} // namespace pushlab::transport
