// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/protocol/wire/samplelesson.h"

#include "tests/support/trafficsample.h"

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

using protocol::Technique;
using wire::Direction;
using wire::RecordKind;

namespace {

Technique techniqueOf(int member)
{
    return std::array{Technique::Polling, Technique::LongPolling, Technique::WebSocket}[size_t(member) % 3];
}

} // namespace

SampleLesson::SampleLesson()
{
    for (int i = 0; i < members; ++i) {
        Member member{.name = u"Member %1"_s.arg(i), .key = randomText(22), .fields = {}};
        member.fields = "Host: 192.0.2.1:8080\r\nConnection: keep-alive\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) "
                        "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
            + QByteArray::number(120 + i)
            + ".0.0.0 Safari/537.36\r\nAccept: */*\r\nReferer: http://192.0.2.1:8080/web/lobby\r\nAccept-Encoding: gzip, deflate\r\n"
              "Accept-Language: en-GB,en;q=0.9\r\nCookie: pushlab-visitor="
            + randomText(43) + "\r\n";
        m_members.append(member);
        m_connections.append({.number = quint64(i) + 1,
                              .opened = TrafficSample::start,
                              .peerAddress = u"192.0.2.%1"_s.arg(i + 10),
                              .hostAddress = u"192.0.2.1"_s,
                              .peerPort = quint16(40'000 + i),
                              .hostPort = 8080});
    }
}

QByteArray SampleLesson::randomText(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"[m_random.bounded(64)];
    return bytes;
}

void SampleLesson::add(int member, qint64 at, Direction direction, RecordKind kind, const QByteArray &bytes)
{
    Member &of = m_members[member];
    const qint64 head = kind == RecordKind::Frame ? 4 : bytes.indexOf("\r\n\r\n") + 4;
    m_records.append({.number = ++m_number,
                      .connection = quint64(member) + 1,
                      .at = TrafficSample::start + m_second * 1'000'000 + at,
                      .duration = m_random.bounded(2'000),
                      .request = kind == RecordKind::Answer ? of.request : 0,
                      .offset = of.sent[int(direction)],
                      .headerBytes = head,
                      .payloadBytes = bytes.size() - head,
                      .direction = direction,
                      .kind = kind,
                      .technique = techniqueOf(member),
                      .room = u"lobby"_s,
                      .member = of.name,
                      .memberKey = "m:" + of.key,
                      .bytes = bytes,
                      .size = bytes.size()});
    of.sent[int(direction)] += bytes.size();
    m_bytes += bytes.size();
    if (kind == RecordKind::Request)
        of.request = m_number;
}

void SampleLesson::ask(int member, qint64 at, const QByteArray &target)
{
    const Member &of = m_members[member];
    add(member, at, Direction::ToHost, RecordKind::Request,
        "GET " + target + "&name=" + of.name.toUtf8().toPercentEncoding() + "&member=" + of.key + " HTTP/1.1\r\n" + of.fields
            + "\r\n");
}

void SampleLesson::answer(int member, qint64 at, const QByteArray &body)
{
    add(member, at, Direction::FromHost, RecordKind::Answer,
        "HTTP/1.1 200 OK\r\nDate: Mon, 21 Sep 2026 14:13:20 GMT\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
        "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void SampleLesson::send(int member, qint64 at)
{
    const Member &of = m_members[member];
    const QByteArray text = randomText(20 + m_random.bounded(80));
    const QByteArray id = randomText(22);
    const QByteArray order = R"({"text":")" + text + R"(","id":")" + id + R"(","member":")" + of.key + "\"}";
    m_message = R"({"seq":)" + QByteArray::number(m_second + 1) + R"(,"id":")" + id + R"(","from":")" + of.name.toUtf8()
        + R"(","text":")" + text + R"(","accepted":)" + QByteArray::number(1'790'000'000'000.0 + double(m_second) * 1000, 'f', 3)
        + '}';
    if (techniqueOf(member) == Technique::WebSocket) {
        add(member, at, Direction::ToHost, RecordKind::Frame, maskedFrame(protocol::Opcode::Text, order, randomText(4)));
        return;
    }
    add(member, at, Direction::ToHost, RecordKind::Request,
        "POST /api/rooms/lobby/messages HTTP/1.1\r\n" + of.fields
            + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(order.size()) + "\r\n\r\n" + order);
    answer(member, at + 1'000, m_message);
}

QByteArray SampleLesson::membersJson()
{
    QByteArray json = "[";
    for (const Member &member : m_members)
        json += R"({"key":"m:)" + member.key + R"(","name":")" + member.name.toUtf8() + R"(","requests":)"
            + QByteArray::number(member.request) + R"(,"bytesUp":)" + QByteArray::number(member.sent[0]) + R"(,"bytesDown":)"
            + QByteArray::number(member.sent[1]) + R"(,"p50":)" + QByteArray::number(m_random.generateDouble() * 1'000, 'f', 3)
            + R"(,"p95":)" + QByteArray::number(m_random.generateDouble() * 2'000, 'f', 3) + "},";
    json.back() = ']';
    return json;
}

QList<wire::SessionMoment> SampleLesson::nextSecond()
{
    m_records.clear();
    send(m_random.bounded(members), 0);
    for (int i = 0; i < members; ++i) {
        const qint64 at = 2'000 + i * 100;
        m_missed[i] += ',' + m_message;
        const QByteArray number = QByteArray::number(m_second);
        if (techniqueOf(i) == Technique::LongPolling) {
            answer(i, at, R"({"messages":[)" + m_message + R"(],"next":)" + QByteArray::number(m_second + 2) + '}');
            ask(i, at + 50'000, "/api/rooms/lobby/messages?v=2&wait=20&after=" + number);
        } else if (techniqueOf(i) == Technique::WebSocket) {
            QByteArray frame;
            protocol::appendFrame(frame, protocol::Opcode::Text, m_message);
            add(i, at, Direction::FromHost, RecordKind::Frame, frame);
        } else if ((m_second + i / 3) % 2 == 0) { // T = 2 s
            ask(i, at + i * 30'000, "/api/rooms/lobby/messages?v=2&after=" + number);
            answer(i, at + i * 30'000 + 900,
                   R"({"messages":[)" + m_missed[i].sliced(1) + R"(],"next":)" + QByteArray::number(m_second + 2) + '}');
            m_missed[i].clear();
        }
    }
    QList<wire::SessionMoment> moments;
    const qsizetype each = m_records.size() / 5 + 1;
    for (int i = 0; i < 5; ++i)
        moments.append(
            {.at = TrafficSample::start + m_second * 1'000'000 + i * 200'000,
             .traffic = {.connections = m_connections, .records = m_records.mid(i * each, each), .since = TrafficSample::start},
             .notes = {}});
    moments.first().notes = {{wire::SessionNote::Kind::Members, membersJson()}, {wire::SessionNote::Kind::Figures, membersJson()}};
    ++m_second;
    return moments;
}

} // namespace pushlab::tests
