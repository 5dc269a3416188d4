// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/streamcutter.h"

#include <QTest>

using namespace pushlab;
using traffic::StreamCutter;
using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

using protocol::Opcode;

//! Keeps the records, and answers for the other direction.
class Keeper final : public StreamCutter::Sink
{
public:
    void onRecord(TrafficRecord &&record, const StreamCutter::Shape &shape) override
    {
        records.append(record);
        shapes.append(shape);
        if (cutter && shape.status == 101)
            cutter->useFrames();
    }
    [[nodiscard]] StreamCutter::Expected expected() const override { return next; }

    QList<TrafficRecord> records;
    QList<StreamCutter::Shape> shapes;
    StreamCutter::Expected next;
    StreamCutter *cutter = nullptr;
};

struct Want
{
    RecordKind kind;
    QByteArray bytes;
    qint64 payload;
};

QByteArray frame(Opcode opcode, const QByteArray &payload, bool isFinal = true, bool isMasked = false)
{
    QByteArray bytes;
    protocol::appendFrame(bytes, opcode, payload);
    if (!isFinal)
        bytes[0] = char(bytes[0] & 0x7f);
    if (isMasked) {
        bytes[1] = char(bytes[1] | 0x80);
        bytes.insert(bytes.size() - payload.size(), QByteArray(4, '\x5a'));
    }
    return bytes;
}

const QByteArray get = "GET /api/rooms/lobby/messages?after=1 HTTP/1.1\r\nHost: h\r\n\r\n";
const QByteArray post = "POST /api/rooms/lobby/messages HTTP/1.1\r\nContent-Length: 5\r\n\r\n";
const QByteArray chunkedPost = "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";
const QByteArray events = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace

Q_DECLARE_METATYPE(Want)

//! StreamCutter: which records come of the bytes, however they come.
class TestStreamCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsAreCut_data();
    void streamsAreCut();
    void anAnswerToHeadHasNoBody();
    void aWithheldAnswerKeepsItsSizeAlone();
    void framesGoOnFromTheMiddle();
    void heldBytesBecomeWhatIsSaid();
    void anEndLosesNothing();
    void wholeArraysAreShared();
    void longBodiesAreCutShort();
    void eventsSayTheirNumber();

private:
    static void check(Direction direction, const QByteArray &bytes, const QList<Want> &want, const QList<qsizetype> &pieces);
};

void TestStreamCutter::check(Direction direction, const QByteArray &bytes, const QList<Want> &want, const QList<qsizetype> &pieces)
{
    Keeper keeper;
    StreamCutter cutter(direction, keeper, 100);
    keeper.cutter = &cutter;
    qint64 now = 1000;
    qsizetype at = 0;
    for (const qsizetype piece : pieces) {
        cutter.take(QByteArrayView(bytes).sliced(at, piece), now++);
        at += piece;
    }
    qint64 offset = 100;
    for (qsizetype i = 0; i < std::min(want.size(), keeper.records.size()); ++i) {
        const TrafficRecord &record = keeper.records[i];
        QCOMPARE(record.bytes, want[i].bytes);
        QCOMPARE(int(record.kind), int(want[i].kind));
        QCOMPARE(record.payloadBytes, want[i].payload);
        QCOMPARE(record.headerBytes + record.payloadBytes, record.size);
        QCOMPARE(record.size, record.bytes.size());
        QCOMPARE(record.offset, offset);
        QCOMPARE(record.direction, direction);
        offset += record.size;
    }
    QCOMPARE(keeper.records.size(), want.size());
}

void TestStreamCutter::streamsAreCut_data()
{
    using Kind = RecordKind;
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QList<Want>>("want");
    const auto row = [](const char *name, Direction direction, const QList<Want> &want) {
        QTest::newRow(name) << direction << want;
    };
    const Direction up = Direction::ToHost;
    const Direction down = Direction::FromHost;
    row("requests in a pipeline", up, {{Kind::Request, get, 0}, {Kind::Request, post + "12345", 5}, {Kind::Request, get, 0}});
    const QByteArray body = "3;a=b\r\nabc\r\n2\r\n\r\n\r\n0\r\nX: y\r\n\r\n";
    row("a request in chunks, with a trailer", up, {{Kind::Request, chunkedPost + body, 5}, {Kind::Request, get, 0}});
    row("empty lines before a request", up, {{Kind::Request, "\r\n" + get, 0}});
    row("answers with and without a body", down,
        {{Kind::Answer, ok + "abcd", 4},
         {Kind::Answer, "HTTP/1.1 204 No Content\r\n\r\n", 0},
         {Kind::Answer, "HTTP/1.1 100 Continue\r\n\r\n", 0},
         {Kind::Answer, "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 0},
         {Kind::Answer, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0},
         {Kind::Answer, "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n", 4},
         {Kind::Answer, ok + "efgh", 4}});
    const QByteArray welcome = "event: welcome\nretry: 1000\ndata: {\"a\":1}\n\n";
    const QByteArray first = "id: 7\ndata: {\"seq\":7}\n\n";
    const QByteArray second = "id: 8\r\ndata:x\r\ndata: yz\r\n\r\n";
    const QByteArray size = QByteArray::number(first.size() + second.size(), 16) + "\r\n";
    row("events, one and two in a chunk, a comment, one over two chunks, the end", down,
        {{Kind::Answer, events, 0},
         {Kind::Event, chunk(welcome), 7},
         {Kind::Event, size + first, 9},
         {Kind::Event, second + "\r\n", 3},
         {Kind::Event, chunk(":\n\n"), 0},
         {Kind::Event, chunk("data: a") + chunk("bc\n\n"), 1},
         {Kind::Event, "0\r\n\r\n", 0},
         {Kind::Answer, ok + "abcd", 4}});
    row("events without chunks", down,
        {{Kind::Answer, "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", 0},
         {Kind::Event, welcome, 7},
         {Kind::Event, first, 9},
         {Kind::Event, second, 3}});
    const QByteArray switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    const QByteArray longText(300, 'l');
    row("frames: fragments, a ping among them, each form of length", down,
        {{Kind::Answer, switching, 0},
         {Kind::Frame, frame(Opcode::Text, "ab", false), 2},
         {Kind::Frame, frame(Opcode::Ping, "p"), 1},
         {Kind::Frame, frame(Opcode::Continuation, "cd"), 2},
         {Kind::Frame, frame(Opcode::Text, ""), 0},
         {Kind::Frame, frame(Opcode::Binary, longText, true, true), 300},
         {Kind::Frame, frame(Opcode::Text, QByteArray(70'000, 'x'), true, true), 70'000},
         {Kind::Frame, frame(Opcode::Close, "\x03\xe8"), 2}});
}

void TestStreamCutter::streamsAreCut()
{
    QFETCH(const Direction, direction);
    QFETCH(const QList<Want>, want);
    QByteArray bytes;
    for (const Want &one : want)
        bytes += one.bytes;
    check(direction, bytes, want, {bytes.size()});
    check(direction, bytes, want, QList<qsizetype>(bytes.size(), 1));
    for (qsizetype at = 1; at < std::min<qsizetype>(bytes.size(), 1200) && !QTest::currentTestFailed(); ++at)
        check(direction, bytes, want, {at, bytes.size() - at});
}

void TestStreamCutter::anAnswerToHeadHasNoBody()
{
    Keeper keeper;
    keeper.next.isToHead = true;
    StreamCutter cutter(Direction::FromHost, keeper, 0);
    cutter.take(QByteArray(ok + events), 1);
    QCOMPARE(keeper.records.size(), 2);
    QCOMPARE(keeper.records[0].bytes, ok);
    QCOMPARE(keeper.records[1].bytes, events);
}

void TestStreamCutter::aWithheldAnswerKeepsItsSizeAlone()
{
    Keeper keeper;
    StreamCutter requests(Direction::ToHost, keeper, 0);
    requests.take("GET /api/rooms/lobby/traffic?member=m HTTP/1.1\r\n\r\nGET /api/rooms/traffic/messages HTTP/1.1\r\n\r\n", 1);
    QCOMPARE(keeper.shapes.size(), 2);
    QVERIFY(keeper.shapes[0].isWithheld);
    QVERIFY(!keeper.shapes[1].isWithheld);
    keeper.next.isWithheld = true;
    StreamCutter cutter(Direction::FromHost, keeper, 0);
    const QByteArray answer = ok + "abcd";
    cutter.take(answer, 1, &answer);
    QCOMPARE(keeper.records[2].bytes, ok);
    QCOMPARE(keeper.records[2].size, answer.size());
    QCOMPARE(keeper.records[2].payloadBytes, 4);
}

//! Recording may begin while a frame arrives.
void TestStreamCutter::framesGoOnFromTheMiddle()
{
    const QByteArray first = frame(Opcode::Text, "0123456789", true, true);
    const QByteArray second = frame(Opcode::Text, "next", true, true);
    for (qsizetype seen = 0; seen < first.size(); ++seen) {
        protocol::FrameDecoder decoder;
        for (QByteArrayView rest = QByteArrayView(first).first(seen); !rest.isEmpty();)
            (void)decoder.next(rest);
        Keeper keeper;
        StreamCutter cutter(Direction::ToHost, keeper, seen);
        cutter.useFrames(decoder);
        cutter.take(QByteArray(first.sliced(seen) + second), 1);
        QCOMPARE(keeper.records.size(), 2);
        QCOMPARE(int(keeper.records[0].kind), int(seen == 0 ? RecordKind::Frame : RecordKind::Other));
        QCOMPARE(keeper.records[0].bytes, first.sliced(seen));
        QCOMPARE(keeper.records[1].bytes, second);
        QCOMPARE(int(keeper.records[1].kind), int(RecordKind::Frame));
    }
}

void TestStreamCutter::heldBytesBecomeWhatIsSaid()
{
    const QByteArray text = frame(Opcode::Text, "a", true, true);
    Keeper frames;
    StreamCutter upgraded(Direction::ToHost, frames, 0);
    upgraded.hold();
    upgraded.take(text, 5);
    QVERIFY(frames.records.isEmpty());
    upgraded.useFrames();
    upgraded.take(text, 9);
    QCOMPARE(frames.records.size(), 2);
    QCOMPARE(frames.records[0].at, 5);

    Keeper requests;
    StreamCutter refused(Direction::ToHost, requests, 0);
    refused.hold();
    refused.take(get, 5);
    refused.goOn();
    QCOMPARE(requests.records.size(), 1);
    QCOMPARE(requests.records[0].bytes, get);
}

void TestStreamCutter::anEndLosesNothing()
{
    const QByteArray open = "HTTP/1.0 200 OK\r\n\r\nall of it";
    Keeper keeper;
    StreamCutter untilEnd(Direction::FromHost, keeper, 0);
    untilEnd.take(open, 1);
    untilEnd.finish();
    QCOMPARE(keeper.records.size(), 1);
    QCOMPARE(int(keeper.records[0].kind), int(RecordKind::Answer));
    QCOMPARE(keeper.records[0].bytes, open);

    Keeper others;
    StreamCutter cut(Direction::ToHost, others, 0);
    cut.take("half a body\x16\x03", 1); // no request begins like this
    cut.take(QByteArray(post + "12"), 2);
    cut.finish();
    StreamCutter held(Direction::ToHost, others, 0);
    held.hold();
    held.take("xy", 3);
    held.finish();
    QCOMPARE(others.records.size(), 3);
    for (const TrafficRecord &record : std::as_const(others.records))
        QCOMPARE(int(record.kind), int(RecordKind::Other));
    QCOMPARE(others.records[1].bytes, post + "12");
    QCOMPARE(others.records[2].bytes, "xy");
}

//! What a thousand readers are sent is kept once.
void TestStreamCutter::wholeArraysAreShared()
{
    Keeper keeper;
    StreamCutter cutter(Direction::FromHost, keeper, 0);
    const QByteArray answer = ok + "abcd";
    cutter.take(answer, 1, &answer);
    cutter.useFrames();
    const QByteArray text = frame(Opcode::Text, "hello");
    cutter.take(text, 2, &text);
    const QByteArray two = text + text;
    cutter.take(two, 3, &two);
    QCOMPARE(keeper.records.size(), 4);
    QCOMPARE(keeper.records[0].bytes.constData(), answer.constData());
    QCOMPARE(keeper.records[0].payloadBytes, 4);
    QCOMPARE(keeper.records[1].bytes.constData(), text.constData());
    QCOMPARE(keeper.records[3].bytes, text);
    QCOMPARE(keeper.records[3].offset, answer.size() + 2 * text.size());
}

void TestStreamCutter::longBodiesAreCutShort()
{
    Keeper keeper;
    StreamCutter cutter(Direction::FromHost, keeper, 0);
    const qint64 length = 2 * TrafficRecord::maxKept;
    cutter.take(QByteArray("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n"), 1);
    for (int i = 0; i < 4; ++i)
        cutter.take(QByteArray(length / 4, 'x'), 2);
    cutter.take(QByteArray(ok + "abcd"), 3);
    QCOMPARE(keeper.records.size(), 2);
    QCOMPARE(keeper.records[0].bytes.size(), TrafficRecord::maxKept);
    QCOMPARE(keeper.records[0].payloadBytes, length);
    QCOMPARE(keeper.records[1].bytes, ok + "abcd");
}

void TestStreamCutter::eventsSayTheirNumber()
{
    Keeper keeper;
    StreamCutter cutter(Direction::FromHost, keeper, 0);
    cutter.useEvents(true);
    cutter.take(QByteArray(chunk("event: welcome\ndata: {}\n\n") + chunk("id: 12\ndata: id: 3\n\nid:13\ndata:\n\n")), 1);
    QCOMPARE(keeper.shapes.size(), 3);
    QCOMPARE(keeper.shapes[0].id, 0);
    QCOMPARE(keeper.shapes[1].id, 12);
    QCOMPARE(keeper.shapes[2].id, 13);
}

QTEST_GUILESS_MAIN(TestStreamCutter)
#include "tst_streamcutter.moc"
