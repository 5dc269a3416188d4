// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"

#include <QTest>

using namespace pushlab::protocol;

namespace {

struct Frame
{
    FrameHeader header;
    qsizetype end = 0; //!< of the header, in the stream
};

//! The frames that a decoder finds when fed in pieces of \a size bytes.
QList<Frame> decode(QByteArrayView stream, qsizetype size)
{
    FrameDecoder decoder;
    QList<Frame> frames;
    for (qsizetype start = 0; start < stream.size(); start += size) {
        QByteArrayView piece = stream.sliced(start, std::min(size, stream.size() - start));
        const qsizetype end = start + piece.size();
        while (!piece.isEmpty()) {
            if (const std::optional<FrameHeader> header = decoder.next(piece))
                frames.append({*header, end - piece.size()});
        }
    }
    return frames;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

class TestFrame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void reads_data();
    void reads();
    void readsLengths_data();
    void readsLengths();
    void readsAStreamInAnyPieces();
    void returnsAsSoonAsAHeaderIsComplete();
};

void TestFrame::writes_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("header");

    // The unmasked examples of RFC 6455 5.7.
    QTest::newRow("text") << Opcode::Text << QByteArray("Hello") << hex("8105");
    QTest::newRow("ping") << Opcode::Ping << QByteArray("Hello") << hex("8905");
    QTest::newRow("256 bytes") << Opcode::Binary << QByteArray(256, 'x') << hex("827e0100");
    QTest::newRow("64 KiB") << Opcode::Binary << QByteArray(65536, 'x') << hex("827f0000000000010000");
    // RFC 6455 5.2: the shortest form that holds the length
    QTest::newRow("empty") << Opcode::Text << QByteArray() << hex("8100");
    QTest::newRow("125") << Opcode::Text << QByteArray(125, 'x') << hex("817d");
    QTest::newRow("126") << Opcode::Text << QByteArray(126, 'x') << hex("817e007e");
    QTest::newRow("65535") << Opcode::Text << QByteArray(65535, 'x') << hex("817effff");
    QTest::newRow("close") << Opcode::Close << hex("03e8") << hex("8802");
    QTest::newRow("pong") << Opcode::Pong << QByteArray() << hex("8a00");
}

void TestFrame::writes()
{
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, header);
    QByteArray bytes = "before";
    appendFrame(bytes, opcode, payload);
    QCOMPARE(bytes, "before" + header + payload);

    const QList<Frame> frames = decode(bytes.sliced(6), bytes.size());
    QCOMPARE(frames.size(), 1);
    QCOMPARE(frames.first().header.opcode, quint8(opcode));
    QCOMPARE(frames.first().header.payloadLength, quint64(payload.size()));
    QCOMPARE(qsizetype(frames.first().header.headerLength), header.size());
    QVERIFY(frames.first().header.isFinal);
    QVERIFY(!frames.first().header.isMasked);
}

void TestFrame::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<int>("reserved");
    QTest::addColumn<QByteArray>("maskingKey"); // empty: not masked
    QTest::addColumn<quint64>("length");

    const auto row = [](const char *name, const QByteArray &stream, int opcode, bool isFinal, int reserved, const QByteArray &key,
                        quint64 length) { QTest::newRow(name) << stream << opcode << isFinal << reserved << key << length; };
    // RFC 6455 5.7
    row("unmasked text", hex("810548656c6c6f"), 1, true, 0, {}, 5);
    row("masked text", hex("818537fa213d7f9f4d5158"), 1, true, 0, hex("37fa213d"), 5);
    row("first fragment", hex("010348656c"), 1, false, 0, {}, 3);
    row("last fragment", hex("80026c6f"), 0, true, 0, {}, 2);
    row("ping", hex("890548656c6c6f"), 9, true, 0, {}, 5);
    row("masked pong", hex("8a8537fa213d7f9f4d5158"), 10, true, 0, hex("37fa213d"), 5);
    row("256 bytes", hex("827e0100") + QByteArray(256, 'x'), 2, true, 0, {}, 256);
    row("64 KiB", hex("827f0000000000010000") + QByteArray(65536, 'x'), 2, true, 0, {}, 65536);
    // frames that a decoder must report to a caller that refuses them
    row("RSV1", hex("c100"), 1, true, 4, {}, 0);
    row("RSV2", hex("a100"), 1, true, 2, {}, 0);
    row("RSV3", hex("9100"), 1, true, 1, {}, 0);
    row("reserved opcode", hex("8f00"), 15, true, 0, {}, 0);
}

void TestFrame::reads()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, opcode);
    QFETCH(bool, isFinal);
    QFETCH(int, reserved);
    QFETCH(QByteArray, maskingKey);
    QFETCH(quint64, length);
    for (const qsizetype size : {qsizetype(1), qsizetype(3), stream.size()}) {
        const QList<Frame> frames = decode(stream, size);
        QCOMPARE(frames.size(), 1);
        const FrameHeader &header = frames.first().header;
        QCOMPARE(int(header.opcode), opcode);
        QCOMPARE(header.isFinal, isFinal);
        QCOMPARE(int(header.reserved), reserved);
        QCOMPARE(header.isMasked, !maskingKey.isEmpty());
        QCOMPARE(QByteArray(header.maskingKey.data(), 4), maskingKey.isEmpty() ? QByteArray(4, 0) : maskingKey);
        QCOMPARE(header.payloadLength, length);
        QCOMPARE(quint64(stream.size()), header.headerLength + length);
    }
}

void TestFrame::readsLengths_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<quint64>("length");
    QTest::newRow("7 bits, 0") << hex("8200") << quint64(0);
    QTest::newRow("7 bits, 125") << hex("827d") << quint64(125);
    QTest::newRow("16 bits, 126") << hex("827e007e") << quint64(126);
    QTest::newRow("16 bits, longer than need be") << hex("827e0001") << quint64(1);
    QTest::newRow("16 bits, all") << hex("827effff") << quint64(65535);
    QTest::newRow("64 bits, 65536") << hex("827f0000000000010000") << quint64(65536);
    QTest::newRow("64 bits, longer than need be") << hex("827f0000000000000001") << quint64(1);
    QTest::newRow("64 bits, each byte") << hex("827f0102030405060708") << quint64(0x0102030405060708);
    QTest::newRow("64 bits, the forbidden bit too") << hex("827fffffffffffffffff") << ~quint64(0);
    QTest::newRow("masked 7 bits") << hex("82fd11223344") << quint64(125);
    QTest::newRow("masked 16 bits") << hex("82fe010011223344") << quint64(256);
    QTest::newRow("masked 64 bits") << hex("82ff000000000001000011223344") << quint64(65536);
}

void TestFrame::readsLengths()
{
    QFETCH(QByteArray, header);
    QFETCH(quint64, length);
    for (const qsizetype size : {qsizetype(1), header.size()}) {
        const QList<Frame> frames = decode(header, size);
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames.first().end, header.size());
        QCOMPARE(qsizetype(frames.first().header.headerLength), header.size());
        QCOMPARE(frames.first().header.payloadLength, length);
    }
}

void TestFrame::readsAStreamInAnyPieces()
{
    QByteArray stream;
    const QList<qsizetype> lengths{0, 5, 125, 126, 300, 0, 66000, 1};
    for (const qsizetype length : lengths)
        appendFrame(stream, Opcode::Binary, QByteArray(length, char(0x81))); // a payload that looks like headers
    const QList<Frame> whole = decode(stream, stream.size());
    QCOMPARE(whole.size(), lengths.size());
    for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(131), qsizetype(4096)}) {
        const QList<Frame> frames = decode(stream, size);
        QCOMPARE(frames.size(), lengths.size());
        for (qsizetype i = 0; i < frames.size(); ++i) {
            QCOMPARE(frames[i].header.payloadLength, quint64(lengths[i]));
            QCOMPARE(frames[i].end, whole[i].end);
        }
    }
}

void TestFrame::returnsAsSoonAsAHeaderIsComplete()
{
    FrameDecoder decoder;
    const QByteArray stream = hex("818537fa213d7f9f4d5158") + hex("8100");
    QByteArrayView bytes(stream.constData(), 5);
    QVERIFY(!decoder.next(bytes)); // a byte of the masking key is missing
    QVERIFY(bytes.isEmpty());
    bytes = QByteArrayView(stream).sliced(5);
    const std::optional<FrameHeader> first = decoder.next(bytes);
    QVERIFY(first);
    QCOMPARE(bytes.size(), 7); // its payload is left to the next call
    const std::optional<FrameHeader> second = decoder.next(bytes);
    QVERIFY(second);
    QCOMPARE(second->payloadLength, quint64(0));
    QVERIFY(bytes.isEmpty());
    QVERIFY(!decoder.next(bytes));
}

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"

#include <algorithm>
