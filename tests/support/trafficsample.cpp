// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/trafficsample.h"

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using protocol::Opcode;
using protocol::Technique;
using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

quint64 TrafficSample::connect(qint64 at, const QString &peer, const QString &host)
{
    const quint64 number = quint64(m_excerpt.connections.size()) + 1;
    m_excerpt.connections.append({.number = number,
                                  .opened = start + at,
                                  .peerAddress = peer,
                                  .hostAddress = host,
                                  .peerPort = quint16(40'000 + number),
                                  .hostPort = 8080});
    m_connections.insert(number, {});
    return number;
}

void TrafficSample::close(quint64 connection, qint64 at)
{
    m_excerpt.connections[qsizetype(connection) - 1].closed = start + at;
}

void TrafficSample::setMember(const QString &name, const QByteArray &key, std::optional<Technique> technique)
{
    m_member = name;
    m_key = key;
    m_technique = technique;
}

void TrafficSample::skip(quint64 connection, Direction direction, qint64 bytes)
{
    m_connections[connection].sent[int(direction)] += bytes;
}

TrafficRecord &TrafficSample::add(quint64 connection, qint64 at, Direction direction, RecordKind kind, const QByteArray &bytes)
{
    Connection &state = m_connections[connection];
    qint64 &offset = state.sent[int(direction)];
    TrafficRecord record{.number = quint64(m_excerpt.records.size()) + 1,
                         .connection = connection,
                         .at = start + at,
                         .duration = 0,
                         .request = 0,
                         .offset = offset,
                         .headerBytes = bytes.size(),
                         .direction = direction,
                         .kind = kind,
                         .technique = m_technique,
                         .room = u"lobby"_s,
                         .member = m_member,
                         .memberKey = m_key,
                         .bytes = bytes.first(std::min(bytes.size(), TrafficRecord::maxKept)),
                         .size = bytes.size()};
    offset += bytes.size();
    if (const qsizetype head = bytes.indexOf("\r\n\r\n"); head >= 0 && kind != RecordKind::Frame)
        record.headerBytes = head + 4;
    record.payloadBytes = record.size - record.headerBytes;
    m_excerpt.records.append(record);
    return m_excerpt.records.last();
}

TrafficRecord &TrafficSample::request(quint64 connection, qint64 at, const QByteArray &bytes)
{
    TrafficRecord &record = add(connection, at, Direction::ToHost, RecordKind::Request, bytes);
    m_connections[connection].request = record.number;
    m_connections[connection].requestEnd = record.at;
    return record;
}

TrafficRecord &TrafficSample::answer(quint64 connection, qint64 at, const QByteArray &bytes)
{
    TrafficRecord &record = add(connection, at, Direction::FromHost, RecordKind::Answer, bytes);
    record.request = m_connections[connection].request;
    record.duration = record.at - m_connections[connection].requestEnd;
    return record;
}

TrafficRecord &TrafficSample::event(quint64 connection, qint64 at, const QByteArray &bytes)
{
    TrafficRecord &record = add(connection, at, Direction::FromHost, RecordKind::Event, bytes);
    record.request = m_connections[connection].request;
    record.headerBytes = 0;
    record.payloadBytes = record.size;
    return record;
}

TrafficRecord &TrafficSample::frame(quint64 connection, qint64 at, Direction direction, const QByteArray &payload, Opcode opcode)
{
    QByteArray bytes;
    if (direction == Direction::ToHost)
        bytes = maskedFrame(opcode, payload, "\x37\xfa\x21\x3d"_ba); // RFC 6455 5.7
    else
        protocol::appendFrame(bytes, opcode, payload);
    TrafficRecord &record = add(connection, at, direction, RecordKind::Frame, bytes);
    record.payloadBytes = payload.size();
    record.headerBytes = record.size - payload.size();
    return record;
}

TrafficSample TrafficSample::ofEachTechnique()
{
    TrafficSample sample;
    sample.setMember(u"Ann"_s, "key-of-ann", Technique::Polling);
    const quint64 poll = sample.connect(0);
    sample.request(poll, 1'000, "GET /get/msg/?index=0&member=key-of-ann HTTP/1.1\r\nHost: 192.0.2.1:8080\r\n\r\n");
    sample.answer(poll, 2'000, answerOf("200 OK", "application/json", R"({"msg":["hello","早上好"]})"));
    sample.setMember(u"Bob"_s, "key-of-bob", Technique::LongPolling);
    const quint64 longPoll = sample.connect(3'000);
    sample.request(longPoll, 3'500, "GET /api/rooms/lobby/messages?after=0&wait=20 HTTP/1.1\r\nHost: 192.0.2.1:8080\r\n\r\n");
    sample.setMember(u"Eve 伊娃"_s, "key-of-eve", Technique::WebSocket);
    const quint64 socket = sample.connect(4'000, u"2001:db8::7"_s, u"2001:db8::1"_s);
    sample.request(socket, 5'000,
                   "GET /ws/chat/lobby/?member=key-of-eve HTTP/1.1\r\nHost: [2001:db8::1]:8080\r\nUpgrade: websocket\r\n"
                   "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    sample.answer(socket, 6'000,
                  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
    sample.frame(socket, 7'000, Direction::ToHost, R"({"message":"hello, 早上好"})");
    sample.frame(socket, 7'500, Direction::FromHost, R"({"seq":1,"text":"hello, 早上好"})");
    sample.frame(socket, 8'000, Direction::FromHost, QByteArray(5'000, 'x'));
    sample.setMember(u"Bob"_s, "key-of-bob", Technique::LongPolling);
    sample.answer(longPoll, 1'203'500, answerOf("200 OK", "application/json", R"({"messages":[{"seq":1}],"next":2})"));
    sample.setMember(u"Dan"_s, "key-of-dan", Technique::Sse);
    const quint64 stream = sample.connect(1'300'000, u"::ffff:192.0.2.9"_s, u"::ffff:192.0.2.1"_s);
    sample.request(stream, 1'301'000,
                   "GET /api/rooms/lobby/events HTTP/1.1\r\nHost: 192.0.2.1:8080\r\nAccept: text/event-stream\r\n\r\n");
    sample.answer(stream, 1'302'000, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    sample.event(stream, 1'303'000, chunkOf("id: 1\ndata: {\"seq\":1}\n\n"));
    for (int i = 2; i < 8; ++i) // more than a window without an answer from the other side
        sample.event(stream, 1'303'000 + i * 100'000,
                     chunkOf("id: " + QByteArray::number(i) + "\ndata: " + QByteArray(20'000, 'y') + "\n\n"));
    sample.event(stream, 2'200'000, "0\r\n\r\n");
    sample.setMember(u"Eve 伊娃"_s, "key-of-eve", Technique::WebSocket);
    sample.frame(socket, 2'300'000, Direction::ToHost, "\x03\xe8"_ba, Opcode::Close);
    sample.frame(socket, 2'301'000, Direction::FromHost, "\x03\xe8"_ba, Opcode::Close);
    sample.close(poll, 60'000);
    sample.close(longPoll, 1'400'000);
    sample.close(socket, 2'302'000);
    sample.close(stream, 2'250'000);
    return sample;
}

QByteArray answerOf(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QByteArray chunkOf(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray maskedFrame(Opcode opcode, const QByteArray &payload, const QByteArray &key)
{
    QByteArray whole;
    protocol::appendFrame(whole, opcode, payload);
    const qsizetype head = whole.size() - payload.size();
    whole[1] = char(whole[1] | 0x80);
    for (qsizetype i = 0; i < payload.size(); ++i)
        whole[head + i] = char(whole[head + i] ^ key[i % 4]);
    return whole.insert(head, key);
}

} // namespace pushlab::tests
