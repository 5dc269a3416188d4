// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/xray.h"

#include "server/protocol/frame.h"

#include <QTest>

using namespace pushlab;
using namespace pushlab::wire;
using protocol::Technique;

namespace {

using Kind = SegmentKind;

struct Stretch
{
    Kind kind;
    qsizetype size;

    friend bool operator==(const Stretch &, const Stretch &) = default;
};

QList<Stretch> stretchesOf(const XrayBar &bar)
{
    QList<Stretch> stretches;
    for (const XraySegment &segment : bar.segments)
        stretches.append({segment.kind, segment.size});
    return stretches;
}

//! A class of three members: one polls, one has a WebSocket, one an event stream. Message 5 comes by WebSocket.
QList<TrafficRecord> recorded()
{
    QList<TrafficRecord> records;
    const auto add = [&records](Technique technique, RecordKind kind, Direction direction, const QByteArray &bytes,
                                qint64 first = 0, qint64 last = 0, quint64 request = 0) {
        TrafficRecord record;
        record.number = quint64(records.size()) + 1;
        record.technique = technique;
        record.kind = kind;
        record.direction = direction;
        record.bytes = bytes;
        record.size = bytes.size();
        record.firstMessage = first;
        record.lastMessage = last;
        record.request = request;
        records.append(record);
    };
    QByteArray frame;
    protocol::appendFrame(frame, protocol::Opcode::Text, QByteArray(200, 'x'));
    add(Technique::WebSocket, RecordKind::Frame, Direction::ToHost, QByteArray::fromHex("818537fa213d7f9f4d5158"), 5, 5);
    add(Technique::WebSocket, RecordKind::Frame, Direction::FromHost, frame, 5, 5);
    add(Technique::Polling, RecordKind::Request, Direction::ToHost, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    add(Technique::Polling, RecordKind::Answer, Direction::FromHost, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n[{}]", 4, 6, 3);
    add(Technique::Sse, RecordKind::Event, Direction::FromHost, "10\r\nid: 5\ndata: {}\n\n\r\n", 5, 5);
    add(Technique::Polling, RecordKind::Request, Direction::ToHost, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi", 9, 9);
    add(Technique::Polling, RecordKind::Answer, Direction::FromHost, "HTTP/1.1 201 Created\r\n\r\n", 9, 9, 6);
    return records;
}

} // namespace

class TestXray final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delivered();
    void sent();
    void saysWhatIsMissing();
    void prefersWhatIsWhole();
    void anAnswerToSendingIsNoDelivery();
};

void TestXray::delivered()
{
    const Xray xray = xrayOf(5, recorded());
    QCOMPARE(xray.delivered.size(), qsizetype(protocol::allTechniques.size()));
    const XrayBar &poll = xray.delivered[int(Technique::Polling)];
    QCOMPARE(stretchesOf(poll),
             QList<Stretch>(
                 {{Kind::RequestLine, 16}, {Kind::Fields, 11}, {Kind::StatusLine, 17}, {Kind::Fields, 21}, {Kind::Payload, 4}}));
    QCOMPARE(poll.messages, 3);
    QCOMPARE(poll.size(), 69);
    QCOMPARE(poll.payload(), 4);
    QCOMPARE(poll.segments[4], (XraySegment{Kind::Payload, 4, 38, 4, Direction::FromHost}));
    const XrayBar &socket = xray.delivered[int(Technique::WebSocket)];
    QCOMPARE(stretchesOf(socket), QList<Stretch>({{Kind::FrameHeader, 4}, {Kind::Payload, 200}}));
    const XrayBar &stream = xray.delivered[int(Technique::Sse)];
    QCOMPARE(
        stretchesOf(stream),
        QList<Stretch>(
            {{Kind::ChunkFraming, 4}, {Kind::EventFraming, 12}, {Kind::Payload, 2}, {Kind::EventFraming, 2}, {Kind::ChunkFraming, 2}}));
}

void TestXray::sent()
{
    const Xray xray = xrayOf(5, recorded());
    QCOMPARE(stretchesOf(xray.sent[int(Technique::WebSocket)]),
             QList<Stretch>({{Kind::FrameHeader, 2}, {Kind::MaskingKey, 4}, {Kind::Payload, 5}}));
    const XrayBar post = xrayOf(9, recorded()).sent[int(Technique::Polling)];
    QCOMPARE(stretchesOf(post),
             QList<Stretch>(
                 {{Kind::RequestLine, 17}, {Kind::Fields, 21}, {Kind::Payload, 2}, {Kind::StatusLine, 22}, {Kind::Fields, 2}}));
    QVERIFY(post.isWhole);
}

void TestXray::saysWhatIsMissing()
{
    const Xray xray = xrayOf(5, recorded());
    const XrayBar &held = xray.delivered[int(Technique::LongPolling)];
    QVERIFY(!held.isRecorded && held.segments.isEmpty());
    QCOMPARE(held.technique, Technique::LongPolling);
    QVERIFY(!xray.sent[int(Technique::Polling)].isRecorded);
    QList<TrafficRecord> records = recorded();
    records.removeAt(2); // the poll's request was dropped
    const XrayBar poll = xrayOf(5, records).delivered[int(Technique::Polling)];
    QVERIFY(poll.isRecorded && !poll.isWhole);
    QCOMPARE(poll.size(), 42);
}

void TestXray::prefersWhatIsWhole()
{
    QList<TrafficRecord> records = recorded();
    TrafficRecord cut = records[1];
    cut.number = 100;
    cut.bytes.chop(100);
    records.prepend(cut);
    QCOMPARE(xrayOf(5, records).delivered[int(Technique::WebSocket)].segments.first().record, quint64(2));
    records.removeAt(2);
    const XrayBar bar = xrayOf(5, records).delivered[int(Technique::WebSocket)];
    QVERIFY(bar.isRecorded && !bar.isWhole);
}

void TestXray::anAnswerToSendingIsNoDelivery()
{
    QVERIFY(!xrayOf(9, recorded()).delivered[int(Technique::Polling)].isRecorded);
}

QTEST_GUILESS_MAIN(TestXray)
#include "tst_xray.moc"
