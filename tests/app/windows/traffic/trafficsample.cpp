// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/windows/traffic/trafficsample.h"

#include "server/protocol/frame.h"

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

quint64 TrafficSample::add(TrafficRecord record)
{
    record.number = quint64(excerpt.records.size()) + 1;
    record.at = record.at > 0 ? record.at : now;
    record.size = record.bytes.size();
    record.room = u"lobby"_s;
    record.memberKey = record.member.toUtf8();
    record.headerBytes = record.size - record.payloadBytes;
    excerpt.since = excerpt.since > 0 ? excerpt.since : now;
    excerpt.records.append(record);
    now += 10'000;
    return record.number;
}

quint64 TrafficSample::request(Technique technique, const QString &member, const QByteArray &head, const QByteArray &body)
{
    TrafficRecord record;
    record.kind = RecordKind::Request;
    record.technique = technique;
    record.member = member;
    record.connection = 1;
    record.duration = 100;
    record.bytes = head + "\r\n\r\n" + body;
    record.payloadBytes = body.size();
    return add(record);
}

quint64 TrafficSample::answer(quint64 request, const QByteArray &head, const QByteArray &body, qint64 message)
{
    TrafficRecord record = at(request);
    const qint64 asked = record.at + record.duration;
    record.kind = RecordKind::Answer;
    record.direction = Direction::FromHost;
    record.request = request;
    record.at = now;
    record.duration = now - asked + 50;
    record.bytes = head + "\r\n\r\n" + body;
    record.payloadBytes = body.size();
    record.firstMessage = message;
    record.lastMessage = message;
    return add(record);
}

quint64 TrafficSample::frame(const QString &member, Direction direction, const QByteArray &payload, qint64 message)
{
    TrafficRecord record;
    record.kind = RecordKind::Frame;
    record.technique = Technique::WebSocket;
    record.member = member;
    record.connection = 2;
    record.direction = direction;
    record.payloadBytes = payload.size();
    record.firstMessage = message;
    record.lastMessage = message;
    if (direction == Direction::FromHost) {
        protocol::appendFrame(record.bytes, protocol::Opcode::Text, payload);
    } else { // RFC 6455 5.7: the key of its example
        const QByteArray key = QByteArray::fromHex("37fa213d");
        record.bytes = QByteArray("\x81", 1) + char(0x80 | payload.size()) + key;
        for (qsizetype i = 0; i < payload.size(); ++i)
            record.bytes += char(payload.at(i) ^ key.at(i % 4));
    }
    return add(record);
}

void TrafficSample::poll(Technique technique, const QString &member, qint64 message)
{
    const quint64 asked = request(technique, member, "GET /api/rooms/lobby/messages?after=1&member=TopSecretId1 HTTP/1.1\r\nHost: h");
    QByteArray body = "{}";
    if (message > 0)
        body = R"({"messages":[{"seq":)" + QByteArray::number(message) + R"(,"text":"hello"}]})";
    answer(asked, "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()), body, message);
}

quint64 TrafficSample::handshake(const QString &member)
{
    const quint64 asked = request(Technique::WebSocket, member,
                                  "GET /ws/chat/lobby HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13");
    answer(asked,
           "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    return asked;
}

wire::TrafficExcerpt TrafficSample::take()
{
    wire::TrafficExcerpt part = excerpt;
    part.records = excerpt.records.sliced(m_taken);
    m_taken = excerpt.records.size();
    return part;
}

} // namespace pushlab::tests
