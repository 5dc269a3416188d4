// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/chunkreader.h"
#include "client/compare/load/httpclient.h"
#include "client/compare/load/standingconnection.h"
#include "client/transport/eventstreamparser.h"

namespace pushlab::compare {

//! Receives server-sent events on a connection of its own, and sends as the other HTTP clients do. When the stream is lost, it
//! reconnects at its position.
class ServerSentClient final : public HttpClient, private SocketUser
{
public:
    ServerSentClient(ClientContext &context, QByteArray member);

    void prepare(std::function<void(bool)> done) override;
    void begin(std::chrono::milliseconds) override {} // it has been receiving since the welcome
    void stop() override;
    [[nodiscard]] SocketTotals totals() const override;
    void record(Recording &recording) override;

private:
    [[nodiscard]] QByteArray buildRequest() const override;
    Digest parseResponse(const QByteArray &) override { return {}; } // no answer is ever complete

    void onOpen() override;
    void onBytes(QByteArrayView bytes) override;
    void onClosed() override;
    [[nodiscard]] bool takeHead(QByteArrayView &bytes);
    void takeChunk();

    StandingConnection m_stream;
    QByteArray m_head; // of the answer, as far as it is
    ChunkReader m_chunks;
    transport::EventStreamParser m_events;
    bool m_isHeadRead = false;
};

} // namespace pushlab::compare
