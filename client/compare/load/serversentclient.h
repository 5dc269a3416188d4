// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/chunkreader.h"
#include "client/compare/load/httpclient.h"
#include "client/compare/load/standingconnection.h"
#include "client/transport/eventstreamparser.h"

namespace pushlab::compare {

//! Listens to a stream of server-sent events, on a connection of its own; sends as all do that ask over HTTP. Connects again
//! when the stream is lost, from where it was.
class ServerSentClient final : public HttpClient, private SocketUser
{
public:
    ServerSentClient(ClientContext &context, QByteArray member);

    void prepare(std::function<void(bool)> done) override;
    void begin(std::chrono::milliseconds) override {} // it listens since the welcome
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
