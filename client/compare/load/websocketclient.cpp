// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/websocketclient.h"

#include "client/compare/load/httpchannel.h"
#include "client/compare/load/messagescan.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/paths.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace pushlab::compare {

using protocol::Opcode;

namespace {

QByteArray randomKey()
{
    QByteArray key(16, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(key.data()), 4);
    return key.toBase64();
}

//! A frame as clients send it (RFC 6455 5.3): the host's form with a mask.
QByteArray maskedFrame(Opcode opcode, QByteArrayView payload)
{
    QByteArray frame;
    protocol::appendFrame(frame, opcode, payload);
    const qsizetype head = frame.size() - payload.size();
    frame[1] = char(frame[1] | char(0x80));
    const quint32 random = QRandomGenerator::global()->generate();
    const QByteArray maskingKey(reinterpret_cast<const char *>(&random), 4);
    frame.insert(head, maskingKey);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame[head + 4 + i] = char(frame[head + 4 + i] ^ maskingKey[i % 4]);
    return frame;
}

} // namespace

WebSocketClient::WebSocketClient(ClientContext &context, QByteArray member)
    : VirtualClient(context, std::move(member)), m_line(*this, context)
{
}

void WebSocketClient::prepare(std::function<void(bool)> done)
{
    m_line.prepare(std::move(done));
}

void WebSocketClient::onOpen()
{
    m_isUpgraded = false;
    m_parser.reset();
    m_unread = QByteArray();
    const Target &target = m_context.target;
    QByteArray request = "GET " + protocol::roomSocketPath(target.room) + "?after=" + QByteArray::number(m_position.lastSeq)
        + "&member=" + m_member + "&v=2 HTTP/1.1\r\nHost: " + target.authority
        + "\r\nConnection: Upgrade\r\nPragma: no-cache\r\nCache-Control: no-cache\r\n";
    request.append(browserName());
    request += "Upgrade: websocket\r\nOrigin: http://" + target.authority + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + randomKey() + "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";
    m_line.sendOpening(request);
}

void WebSocketClient::onBytes(QByteArrayView bytes)
{
    if (!m_isUpgraded && !takeHandshake(bytes))
        return;
    if (m_unread.isEmpty()) {
        takeFrames(bytes);
        return;
    }
    m_unread.append(bytes);
    const QByteArray all = std::exchange(m_unread, QByteArray());
    takeFrames(all);
}

//! Reads the answer to the handshake. Returns false when more bytes are needed.
bool WebSocketClient::takeHandshake(QByteArrayView &bytes)
{
    const QByteArrayView all = bytes;
    const auto state = m_parser.feed(bytes);
    m_line.keepAnswer(all.first(all.size() - bytes.size()));
    if (state == ResponseParser::State::NeedMore)
        return false;
    const HttpAnswer answer = state == ResponseParser::State::Complete ? m_parser.take() : HttpAnswer();
    m_context.metrics.counters.asking.down.handshake += answer.headerBytes + answer.body.size();
    m_isUpgraded = answer.status == 101;
    m_line.endAnswer();
    if (!m_isUpgraded) {
        m_line.socket().close();
        onClosed();
    }
    return m_isUpgraded;
}

void WebSocketClient::takeFrames(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_line.socket().isClosed()) {
        protocol::FrameDecoder decoder; // always at a frame's start
        QByteArrayView rest = bytes;
        const auto header = decoder.next(rest);
        if (!header || quint64(rest.size()) < header->payloadLength) {
            m_unread = bytes.toByteArray();
            return;
        }
        const auto length = qsizetype(header->payloadLength);
        takeFrame(*header, rest.first(length));
        bytes = rest.sliced(length);
    }
}

void WebSocketClient::takeFrame(const protocol::FrameHeader &header, QByteArrayView payload)
{
    Traffic &asking = m_context.metrics.counters.asking;
    recordFrame(false, int(header.opcode), payload);
    switch (Opcode(header.opcode)) {
    case Opcode::Text:
        takeText(payload, header.headerLength);
        return;
    case Opcode::Ping:
        asking.up.header += write(Opcode::Pong, payload);
        break;
    case Opcode::Close:
    case Opcode::Continuation:
    case Opcode::Binary:
    case Opcode::Pong:
        break;
    }
    asking.down.header += header.headerLength + payload.size();
}

void WebSocketClient::takeText(QByteArrayView json, qint64 headerBytes)
{
    Metrics &metrics = m_context.metrics;
    Counters &counters = metrics.counters;
    if (json.startsWith("{\"ack\":")) {
        counters.sending.down.header += headerBytes;
        counters.sending.down.payload += json.size();
        ++counters.sends;
        const qsizetype id = json.indexOf("\"id\":\"");
        const qint64 seq = qint64(numberAt(json, "\"seq\":").value_or(0));
        metrics.tracker.confirm(id < 0 ? 0 : MessageTracker::numberOf(json.sliced(id + 6)), seq);
        return;
    }
    QByteArrayView rest = json;
    const auto match = m_isWelcome ? nextMatch(rest) : std::nullopt;
    if (match && match->isControl) {
        counters.asking.down.header += headerBytes + json.size();
        metrics.pass(m_position, match->seq);
        return;
    }
    if (match) {
        counters.asking.down.header += headerBytes;
        counters.asking.down.payload += json.size();
        ++counters.messages;
        counters.messageBytes += json.size();
        metrics.receive(m_position, match->seq, match->accepted);
        return;
    }
    counters.asking.down.handshake += headerBytes + json.size();
    if (!std::exchange(m_isWelcome, true))
        m_line.reportReady();
}

void WebSocketClient::recordFrame(bool isSent, int opcode, QByteArrayView payload)
{
    if (Recording *const recording = m_line.recording())
        recording->add(RecordedFrame{isSent, double(QDateTime::currentMSecsSinceEpoch()), opcode, payload.toByteArray()});
}

qsizetype WebSocketClient::write(Opcode opcode, QByteArrayView payload)
{
    const QByteArray frame = maskedFrame(opcode, payload);
    recordFrame(true, int(opcode), payload);
    m_line.socket().send(frame);
    return frame.size();
}

void WebSocketClient::send(int number)
{
    Counters &counters = m_context.metrics.counters;
    if (!m_isWelcome) {
        ++counters.failures;
        return;
    }
    const QByteArray json = protocol::encodeOutgoingFrame(
        {QString::fromLatin1(m_context.metrics.tracker.text(number)), QString::fromLatin1(m_member), QString::number(number), {}, {}, 0});
    const qsizetype size = write(Opcode::Text, json);
    counters.sending.up.payload += json.size();
    counters.sending.up.header += size - json.size();
}

void WebSocketClient::onClosed()
{
    m_isWelcome = false;
    m_line.reportLost();
}

void WebSocketClient::stop()
{
    m_line.stop();
}

} // namespace pushlab::compare
