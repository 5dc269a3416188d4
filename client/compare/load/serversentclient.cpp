// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/serversentclient.h"

#include "client/compare/load/messagescan.h"
#include "server/protocol/paths.h"

namespace pushlab::compare {

namespace {

constexpr qsizetype maxHeadBytes = 16 * 1024;

} // namespace

ServerSentClient::ServerSentClient(ClientContext &context, QByteArray member)
    : HttpClient(context, std::move(member)), m_stream(*this, context)
{
}

//! Opens both connections before the measurement.
void ServerSentClient::prepare(std::function<void(bool)> done)
{
    HttpClient::prepare([this, done = std::move(done)](bool isReady) {
        if (isReady)
            m_stream.prepare(done);
        else
            done(false);
    });
}

QByteArray ServerSentClient::buildRequest() const
{
    QByteArray target = protocol::eventsPath(m_context.target.room);
    target.append("?after=").append(QByteArray::number(m_position.lastSeq)).append("&member=").append(m_member);
    return head(target.append("&v=2"));
}

void ServerSentClient::onOpen()
{
    m_isHeadRead = false;
    m_head = QByteArray();
    m_chunks = {};
    m_events = {};
    m_stream.sendOpening(buildRequest());
}

void ServerSentClient::onBytes(QByteArrayView bytes)
{
    if (!m_isHeadRead && !takeHead(bytes))
        return;
    while (!bytes.isEmpty() && !m_stream.socket().isClosed()) {
        const ChunkReader::State state = m_chunks.feed(bytes);
        if (state == ChunkReader::State::Chunk) {
            takeChunk();
        } else if (state != ChunkReader::State::NeedMore) {
            m_stream.socket().close();
            onClosed();
        }
    }
}

//! Reads the head of the answer. Returns false when more bytes are needed.
bool ServerSentClient::takeHead(QByteArrayView &bytes)
{
    const qsizetype before = m_head.size();
    m_head.append(bytes);
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    const qsizetype taken = end < 0 ? bytes.size() : end + 4 - before;
    m_context.metrics.counters.asking.down.handshake += taken;
    bytes = bytes.sliced(taken);
    if (end < 0 && m_head.size() <= maxHeadBytes)
        return false;
    m_head.truncate(end + 4);
    m_isHeadRead = end >= 0 && m_head.startsWith("HTTP/1.1 200 ");
    m_stream.keepAnswer(m_head);
    m_stream.endAnswer();
    if (!m_isHeadRead) {
        m_stream.socket().close();
        onClosed();
    }
    return m_isHeadRead;
}

//! Handles a chunk, in which a host sends whole events. The first one, which opens the stream, is counted apart.
void ServerSentClient::takeChunk()
{
    Counters &counters = m_context.metrics.counters;
    qint64 payload = 0;
    bool isOpening = false;
    for (const transport::StreamEvent &event : m_events.feed(m_chunks.chunk())) {
        QByteArrayView rest = event.data;
        isOpening = isOpening || event.type == "welcome";
        const auto match = event.type == "message" || event.type == "control" ? nextMatch(rest) : std::nullopt;
        if (!match)
            continue;
        if (match->isControl) {
            m_context.metrics.pass(m_position, match->seq);
            continue;
        }
        payload += event.data.size();
        ++counters.messages;
        counters.messageBytes += event.data.size();
        m_context.metrics.receive(m_position, match->seq, match->accepted);
    }
    if (isOpening) {
        counters.asking.down.handshake += m_chunks.wireBytes();
        m_stream.reportReady();
        return;
    }
    counters.asking.down.payload += payload;
    counters.asking.down.header += m_chunks.wireBytes() - payload;
}

void ServerSentClient::onClosed()
{
    m_stream.reportLost();
}

void ServerSentClient::stop()
{
    m_stream.stop();
    HttpClient::stop();
}

SocketTotals ServerSentClient::totals() const
{
    SocketTotals sum = HttpClient::totals();
    sum += m_stream.totals();
    return sum;
}

void ServerSentClient::record(Recording &recording)
{
    m_stream.record(recording);
    HttpClient::record(recording);
}

} // namespace pushlab::compare
