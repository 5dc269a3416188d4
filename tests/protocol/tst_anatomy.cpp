// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"
#include "server/protocol/wire/anatomy.h"
#include "tests/support/anatomycheck.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pushlab::wire;
using pushlab::tests::faultOf;
using pushlab::tests::rebuilt;
using Kinds = QList<PartKind>;
using K = PartKind;

namespace {

TrafficRecord recordOf(RecordKind kind, const QByteArray &bytes)
{
    TrafficRecord record;
    record.kind = kind;
    record.bytes = bytes;
    record.size = bytes.size();
    return record;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

Kinds kindsOf(const QList<Part> &parts)
{
    Kinds kinds;
    for (const Part &part : parts)
        kinds.append(part.kind);
    return kinds;
}

//! The first part of a \a kind, anywhere in the tree; one of kind Unknown and size 0 when there is none.
Part findIn(const QList<Part> &parts, PartKind kind)
{
    for (const Part &part : parts) {
        if (part.kind == kind)
            return part;
        if (const Part inner = findIn(part.parts, kind); inner.size > 0)
            return inner;
    }
    return {};
}

QByteArray bytesAt(const Part &part, const QByteArray &bytes)
{
    return bytes.mid(part.offset, part.size);
}

//! RFC 6455 1.3
const QByteArray handshake =
    "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://example.com\r\n"
    "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Version: 13\r\n\r\n";

} // namespace

class TestAnatomy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request();
    void answers_data();
    void answers();
    void chunks();
    void chunkedWithTrailer();
    void events_data();
    void events();
    void eventRecords_data();
    void eventRecords();
    void frames_data();
    void frames();
    void lengths_data();
    void lengths();
    void close();
    void unmasks();
    void accepts();
    void losesNoByte_data();
    void losesNoByte();
    void isBounded();
    void findsTheByte();
};

void TestAnatomy::request()
{
    const QByteArray bytes = "POST /api/rooms/lobby/messages?member=M&x=%20 HTTP/1.1\r\nHost: a:8080\r\nContent-Length: 5 \r\n\r\nHello!";
    const QList<Part> parts = dissect(recordOf(RecordKind::Request, bytes));
    QCOMPARE(kindsOf(parts), Kinds({K::RequestLine, K::FieldLine, K::FieldLine, K::EndOfHead, K::Body, K::Unknown}));
    QCOMPARE(kindsOf(parts[0].parts), Kinds({K::Method, K::Space, K::Target, K::Space, K::Version, K::LineEnd}));
    QCOMPARE(bytesAt(findIn(parts, K::Method), bytes), "POST");
    QCOMPARE(bytesAt(findIn(parts, K::Path), bytes), "/api/rooms/lobby/messages");
    QCOMPARE(bytesAt(findIn(parts, K::Query), bytes), "?member=M&x=%20");
    QCOMPARE(bytesAt(findIn(parts, K::Version), bytes), "HTTP/1.1");
    QCOMPARE(kindsOf(parts[2].parts), Kinds({K::FieldName, K::Separator, K::Space, K::FieldValue, K::Space, K::LineEnd}));
    QCOMPARE(bytesAt(findIn(parts, K::FieldValue), bytes), "a:8080");
    QCOMPARE(bytesAt(findIn(parts, K::Body), bytes), "Hello"); // what is behind it is not understood
    QVERIFY(!findIn(parts, K::Body).isOverhead);
    QVERIFY(parts[0].isOverhead && parts[1].isOverhead && parts[3].isOverhead);
    QCOMPARE(payloadBytesOf(parts), 5);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

void TestAnatomy::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<qsizetype>("payload");
    QTest::newRow("a length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                              << Kinds({K::StatusLine, K::FieldLine, K::EndOfHead, K::Body}) << qsizetype(2);
    QTest::newRow("until it closes") << QByteArray("HTTP/1.0 200 OK\r\n\r\n{}") << Kinds({K::StatusLine, K::EndOfHead, K::Body})
                                     << qsizetype(2);
    QTest::newRow("no body") << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")
                             << Kinds({K::StatusLine, K::FieldLine, K::EndOfHead}) << qsizetype(0);
    QTest::newRow("switching") << QByteArray("HTTP/1.1 101 Switching Protocols\r\n\r\n\x81")
                               << Kinds({K::StatusLine, K::EndOfHead, K::Unknown}) << qsizetype(0);
    QTest::newRow("interim") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                             << Kinds({K::StatusLine, K::EndOfHead, K::StatusLine, K::EndOfHead}) << qsizetype(0);
    QTest::newRow("an event stream") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: x\n\n")
                                     << Kinds({K::StatusLine, K::FieldLine, K::EndOfHead, K::Body}) << qsizetype(1);
    QTest::newRow("no reason, a bare LF") << QByteArray("HTTP/1.1 200\nA:b\n\n")
                                          << Kinds({K::StatusLine, K::FieldLine, K::EndOfHead}) << qsizetype(0);
    QTest::newRow("no field") << QByteArray("HTTP/1.1 200 OK\r\nnonsense\r\n folded\r\n\r\n")
                              << Kinds({K::StatusLine, K::FieldLine, K::FieldLine, K::EndOfHead}) << qsizetype(0);
    QTest::newRow("cut in a field") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Kinds({K::StatusLine, K::FieldLine})
                                    << qsizetype(0);
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01") << Kinds({K::StatusLine}) << qsizetype(0);
    QTest::newRow("nothing") << QByteArray() << Kinds() << qsizetype(0);
}

void TestAnatomy::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, payload);
    const QList<Part> parts = dissect(recordOf(RecordKind::Answer, bytes));
    QTEST(kindsOf(parts), "kinds");
    QCOMPARE(payloadBytesOf(parts), payload);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

// RFC 9112 7.1
void TestAnatomy::chunks()
{
    const QByteArray bytes =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n4\r\nWiki\r\n1A;a=\"b\"\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n";
    const QList<Part> parts = dissect(recordOf(RecordKind::Answer, bytes));
    QCOMPARE(kindsOf(parts.sliced(3)), Kinds({K::Chunk, K::Chunk, K::LastChunk, K::EndOfChunks}));
    QCOMPARE(kindsOf(parts[3].parts), Kinds({K::ChunkSize, K::LineEnd, K::ChunkData, K::ChunkEnd}));
    QCOMPARE(kindsOf(parts[4].parts), Kinds({K::ChunkSize, K::ChunkExtension, K::LineEnd, K::ChunkData, K::ChunkEnd}));
    QCOMPARE(parts[4].parts[0].value, "26");
    QVERIFY(!parts[3].isOverhead && parts[3].parts[0].isOverhead && !parts[3].parts[2].isOverhead && parts[3].parts[3].isOverhead);
    QCOMPARE(payloadBytesOf(parts), 30);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

void TestAnatomy::chunkedWithTrailer()
{
    const QByteArray bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nExpires: never\r\n\r\n";
    const QList<Part> parts = dissect(recordOf(RecordKind::Request, bytes));
    QCOMPARE(kindsOf(parts.sliced(3)), Kinds({K::LastChunk, K::Trailer, K::EndOfChunks}));
    QCOMPARE(bytesAt(findIn(parts[4].parts, K::FieldValue), bytes), "never");
    const QByteArray wrong = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\nzz";
    QCOMPARE(kindsOf(dissect(recordOf(RecordKind::Request, wrong)).sliced(3)), Kinds({K::Chunk, K::Unknown}));
}

// The examples of HTML standard 9.2.6.
void TestAnatomy::events_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<QByteArrayList>("values");
    const auto row = [](const char *name, const char *bytes, const Kinds &kinds, const QByteArrayList &values) {
        QTest::newRow(name) << QByteArray(bytes) << kinds << values;
    };
    row("two lines", "data: YHOO\ndata: +2\ndata: 10\n\n", {K::EventField, K::EventField, K::EventField, K::EventEnd},
        {"YHOO", "+2", "10"});
    row("a comment", ": test stream\n\n", {K::EventComment, K::EventEnd}, {"test stream"});
    row("an id", "data: first event\nid: 1\n\n", {K::EventField, K::EventField, K::EventEnd}, {"first event", "1"});
    row("id without a value", "data:second event\nid\n\n", {K::EventField, K::EventField, K::EventEnd}, {"second event"});
    row("two spaces", "data:  third event\n\n", {K::EventField, K::EventEnd}, {" third event"});
    row("names alone",
        "data\n\ndata\ndata\n\ndata:", {K::EventField, K::EventEnd, K::EventField, K::EventField, K::EventEnd, K::EventField}, {});
    row("CR, CR LF", "data:a\rdata: b\r\n\r\n", {K::EventField, K::EventField, K::EventEnd}, {"a", "b"});
}

void TestAnatomy::events()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, values);
    const QList<Part> parts = dissect(recordOf(RecordKind::Event, bytes));
    QTEST(kindsOf(parts), "kinds");
    QByteArrayList found;
    for (const Part &leaf : leavesOf(parts)) {
        if (leaf.kind == K::EventFieldValue || leaf.kind == K::CommentText)
            found.append(bytesAt(leaf, bytes));
    }
    QCOMPARE(found, values);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

void TestAnatomy::eventRecords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<qsizetype>("payload");
    QTest::newRow("its own chunk") << QByteArray("10\r\nid: 5\ndata: {}\n\n\r\n") << Kinds({K::Chunk}) << qsizetype(2);
    QTest::newRow("a chunk's first") << QByteArray("20\r\nid: 5\ndata: {}\n\n") << Kinds({K::Chunk}) << qsizetype(2);
    QTest::newRow("a chunk's last") << QByteArray("id: 6\ndata: {}\n\n\r\n")
                                    << Kinds({K::EventField, K::EventField, K::EventEnd, K::ChunkEnd}) << qsizetype(2);
    QTest::newRow("a comment") << QByteArray("2\r\n:\n\r\n") << Kinds({K::Chunk}) << qsizetype(0);
    QTest::newRow("the end") << QByteArray("0\r\n\r\n") << Kinds({K::LastChunk, K::EndOfChunks}) << qsizetype(0);
}

void TestAnatomy::eventRecords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, payload);
    const QList<Part> parts = dissect(recordOf(RecordKind::Event, bytes));
    QTEST(kindsOf(parts), "kinds");
    QCOMPARE(payloadBytesOf(parts), payload);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

// RFC 6455 5.7
void TestAnatomy::frames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("bits"); // FIN, RSV1 to 3, opcode, MASK, length
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &bits, const QByteArray &payload) {
        QTest::newRow(name) << bytes << bits << payload;
    };
    row("unmasked text", hex("810548656c6c6f"), {"1", "0", "0", "0", "1", "0", "5"}, "Hello");
    row("masked text", hex("818537fa213d7f9f4d5158"), {"1", "0", "0", "0", "1", "1", "5"}, "Hello");
    row("first fragment", hex("010348656c"), {"0", "0", "0", "0", "1", "0", "3"}, "Hel");
    row("last fragment", hex("80026c6f"), {"1", "0", "0", "0", "0", "0", "2"}, "lo");
    row("ping", hex("890548656c6c6f"), {"1", "0", "0", "0", "9", "0", "5"}, "Hello");
    row("masked pong", hex("8a8537fa213d7f9f4d5158"), {"1", "0", "0", "0", "10", "1", "5"}, "Hello");
    row("256 bytes", hex("827e0100") + QByteArray(256, 'x'), {"1", "0", "0", "0", "2", "0", "126", "256"}, QByteArray(256, 'x'));
    row("64 KiB", hex("827f0000000000010000") + QByteArray(65536, 'x'), {"1", "0", "0", "0", "2", "0", "127", "65536"},
        QByteArray(65536, 'x'));
    row("all bits", hex("7f00"), {"0", "1", "1", "1", "15", "0", "0"}, {});
    row("half a header", hex("81"), {"1", "0", "0", "0", "1"}, {});
    row("cut in the length", hex("817e01"), {"1", "0", "0", "0", "1", "0", "126", ""}, {});
    row("cut in the key", hex("818537fa"), {"1", "0", "0", "0", "1", "1", "5"}, {});
    row("cut in the payload", hex("818537fa213d7f9f"), {"1", "0", "0", "0", "1", "1", "5"}, "He");
}

void TestAnatomy::frames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, payload);
    const QList<Part> parts = dissect(recordOf(RecordKind::Frame, bytes));
    QByteArrayList bits;
    for (const Part &part : parts) {
        if (part.kind != K::MaskingKey && part.kind != K::FramePayload)
            bits.append(part.value);
    }
    QTEST(bits, "bits");
    const Part found = findIn(parts, K::FramePayload);
    QCOMPARE(found.value.isEmpty() ? bytesAt(found, bytes) : found.value, payload);
    QCOMPARE(payloadBytesOf(parts), payload.size());
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

void TestAnatomy::lengths_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<PartKind>("kind");
    QTest::newRow("0") << qsizetype(0) << K::Length7;
    QTest::newRow("125") << qsizetype(125) << K::Length7;
    QTest::newRow("126") << qsizetype(126) << K::Length16;
    QTest::newRow("65535") << qsizetype(65535) << K::Length16;
    QTest::newRow("65536") << qsizetype(65536) << K::Length64;
}

void TestAnatomy::lengths()
{
    QFETCH(qsizetype, size);
    QFETCH(PartKind, kind);
    QByteArray bytes;
    pushlab::protocol::appendFrame(bytes, pushlab::protocol::Opcode::Binary, QByteArray(size, 'x'));
    const QList<Part> parts = dissect(recordOf(RecordKind::Frame, bytes));
    QCOMPARE(findIn(parts, kind).value, QByteArray::number(size));
    QCOMPARE(parts.contains(findIn(parts, K::Length16)), kind == K::Length16);
    QCOMPARE(payloadBytesOf(parts), size);
    QCOMPARE(rebuilt(parts, bytes), bytes);
}

void TestAnatomy::close()
{
    const QByteArray bytes = hex("888500000001") + "\x03\xe8" "by" + char('e' ^ 0);
    const QList<Part> parts = dissect(recordOf(RecordKind::Frame, bytes));
    const Part payload = findIn(parts, K::FramePayload);
    QCOMPARE(kindsOf(payload.parts), Kinds({K::CloseCode, K::CloseReason}));
    QCOMPARE(payload.parts[0].value, "1000");
    QCOMPARE(payload.parts[1].value, "bxe"); // y XOR 1
    QCOMPARE(findIn(dissect(recordOf(RecordKind::Frame, hex("880203e9"))), K::CloseCode).value, "1001");
    QCOMPARE(findIn(dissect(recordOf(RecordKind::Frame, hex("880103"))), K::CloseCode).size, 0); // half a code is none
}

void TestAnatomy::unmasks()
{
    const QByteArray bytes = hex("818537fa213d7f9f4d5158");
    const QList<Part> parts = dissect(recordOf(RecordKind::Frame, bytes));
    const QList<XorStep> steps = xorSteps(parts, bytes);
    QCOMPARE(steps.size(), 5);
    QCOMPARE(steps[0], (XorStep{0x7f, 0x37, 'H'}));
    QCOMPARE(steps[4], (XorStep{0x58, 0x37, 'o'}));
    QCOMPARE(xorSteps(parts, bytes, 3, 1), QList<XorStep>({XorStep{0x51, 0x3d, 'l'}}));
    QVERIFY(xorSteps(parts, bytes, 5).isEmpty());
    const QByteArray plain = hex("810548656c6c6f");
    QVERIFY(xorSteps(dissect(recordOf(RecordKind::Frame, plain)), plain).isEmpty());
}

// RFC 6455 1.3
void TestAnatomy::accepts()
{
    const AcceptSteps steps = acceptSteps(handshake);
    QCOMPARE(steps.key, "dGhlIHNhbXBsZSBub25jZQ==");
    QCOMPARE(steps.joined, "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    QCOMPARE(steps.sha1, hex("b37a4f2cc0624f1690f64606cf385945b2bec4ea"));
    QCOMPARE(steps.accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    QCOMPARE(acceptSteps("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), AcceptSteps());
}

void TestAnatomy::losesNoByte_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("handshake") << handshake;
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x\r\nWiki\r\n0\r\nA: b\r\n\r\n");
    QTest::newRow("stream") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
        "e\r\n: x\ndata: {}\r\n\r\r\n0\r\n\r\n");
    QTest::newRow("event") << QByteArray("10\r\nid: 5\ndata: {}\n\n\r\n");
    QTest::newRow("frame") << hex("88fe0005000000010388") + "by";
}

//! Each beginning and each end of the bytes, and bytes changed at random, as every kind of record.
void TestAnatomy::losesNoByte()
{
    QFETCH(QByteArray, whole);
    QRandomGenerator random(17);
    QByteArrayList inputs;
    for (qsizetype i = 0; i <= whole.size(); ++i) {
        inputs << whole.first(i) << whole.sliced(i);
        QByteArray changed = whole;
        changed[random.bounded(changed.size())] = char(random.bounded(256));
        changed.insert(random.bounded(changed.size()), "\r\n: ;\0\n"[random.bounded(7)]);
        inputs << changed;
    }
    for (const QByteArray &bytes : inputs) {
        for (const RecordKind kind :
             {RecordKind::Request, RecordKind::Answer, RecordKind::Event, RecordKind::Frame, RecordKind::Other}) {
            const QList<Part> parts = dissect(recordOf(kind, bytes));
            const char *const fault = faultOf(parts, 0, bytes.size());
            QVERIFY2(!fault, fault);
            QCOMPARE(rebuilt(parts, bytes), bytes);
        }
    }
}

void TestAnatomy::isBounded()
{
    const qsizetype most = TrafficRecord::maxKept;
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const QByteArray &bytes : {QByteArray("\n").repeated(most), QByteArray("a:\n").repeated(most / 3), QByteArray(most, 'a'),
                                    QByteArray("GET / HTTP/1.1\r\n" + QByteArray("a:b\r\n").repeated(most / 5)),
                                    QByteArray(chunked + QByteArray("1\r\na\r\n").repeated(most / 6)), QByteArray(most, ':')}) {
        for (const RecordKind kind : {RecordKind::Request, RecordKind::Answer, RecordKind::Event, RecordKind::Frame}) {
            const QList<Part> parts = dissect(recordOf(kind, bytes));
            QVERIFY(leavesOf(parts).size() < maxParts + 20);
            const char *const fault = faultOf(parts, 0, bytes.size());
            QVERIFY2(!fault, fault);
        }
    }
}

void TestAnatomy::findsTheByte()
{
    const QList<Part> parts = dissect(recordOf(RecordKind::Request, handshake));
    QCOMPARE(pathTo(parts, 0), QList<qsizetype>({0, 0}));
    QCOMPARE(pathTo(parts, handshake.indexOf("server.example")), QList<qsizetype>({1, 3}));
    QCOMPARE(pathTo(parts, handshake.size() - 1), QList<qsizetype>({parts.size() - 1}));
    QVERIFY(pathTo(parts, handshake.size()).isEmpty());
    QVERIFY(pathTo(parts, -1).isEmpty());
}

QTEST_GUILESS_MAIN(TestAnatomy)
#include "tst_anatomy.moc"
