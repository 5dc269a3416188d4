// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/framemeter.h"
#include "server/push/websocket/sentpayload.h"
#include "tests/support/rawwebsocket.h"

#include <QTest>

#include <algorithm>

using namespace pushlab;
using namespace pushlab::push;
using namespace pushlab::tests;

class TestSentPayload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesOutAtOnceIsCountedAtOnce();
    void everyByteOfWhatWaits();
    void everyByteOfWhatIsToldApart();
    void meterCountsEveryByte_data();
    void meterCountsEveryByte();
    void meterSeesAnUnmaskedFrame();
};

namespace {

QByteArray frameOf(const QByteArray &payload)
{
    QByteArray bytes;
    protocol::appendFrame(bytes, protocol::Opcode::Text, payload);
    return bytes;
}

} // namespace

void TestSentPayload::whatGoesOutAtOnceIsCountedAtOnce()
{
    SentPayload sent;
    QCOMPARE(sent.upTo(0), 0);
    sent.wrote(frameOf("12345"), 5, 107, 107);
    QCOMPARE(sent.upTo(107), 5);
    sent.wrote(frameOf("123"), 3, 120, 120); // eight bytes between them were not ours
    QCOMPARE(sent.upTo(120), 8);
}

// Two frames in one write, then eight bytes of another one, then one more frame.
void TestSentPayload::everyByteOfWhatWaits()
{
    const QByteArray two = frameOf("12345") + frameOf("678");
    const QByteArray one = frameOf(QByteArray(200, 'x'));
    qint64 last = 0;
    SentPayload sent;
    sent.wrote(two, 8, 100 + two.size(), 100);
    sent.wrote(one, 200, 100 + two.size() + 8 + one.size(), 100);
    for (qint64 at = 90; at <= 100 + two.size() + 8 + one.size(); ++at) {
        const qint64 offset = at - 100;
        qint64 wanted = std::clamp<qint64>(offset - 2, 0, 5) + std::clamp<qint64>(offset - 9, 0, 3);
        wanted += std::clamp<qint64>(offset - two.size() - 8 - 4, 0, 200);
        QCOMPARE(sent.upTo(at), wanted);
        QVERIFY(sent.upTo(at) >= last);
        last = sent.upTo(at);
    }
    QCOMPARE(last, 208);
}

void TestSentPayload::everyByteOfWhatIsToldApart()
{
    SentPayload sent;
    const QByteArray apart = frameOf("{}");
    sent.wroteApart(apart, 104, 104); // goes out at once
    QCOMPARE(sent.upTo(104), 0);
    QCOMPARE(sent.apart(), 4);
    const QByteArray message = frameOf("12345");
    sent.wrote(message, 5, 111, 104);
    sent.wroteApart(apart, 115, 104);
    sent.wrote(message, 5, 122, 104);
    for (qint64 at = 104; at <= 122; ++at) {
        QCOMPARE(sent.upTo(at), std::clamp<qint64>(at - 106, 0, 5) + std::clamp<qint64>(at - 117, 0, 5));
        QCOMPARE(sent.apart(), 4 + std::clamp<qint64>(at - 111, 0, 4));
    }
}

void TestSentPayload::meterCountsEveryByte_data()
{
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(100'000)})
        QTest::newRow(QByteArray::number(piece)) << piece;
}

void TestSentPayload::meterCountsEveryByte()
{
    QFETCH(qsizetype, piece);
    const QByteArray bytes = encodeFrame({textFrame, "half", false}) + encodeFrame({pingFrame, "between"})
        + encodeFrame({continuationFrame, "whole", true}) + encodeFrame({binaryFrame, QByteArray(70'000, 'x')})
        + encodeFrame({textFrame, {}}) + encodeClose(1000, "bye");
    FrameMeter meter;
    for (qsizetype i = 0; i < bytes.size(); i += piece)
        QVERIFY(meter.feed(QByteArrayView(bytes).sliced(i, std::min(piece, bytes.size() - i))));
    QCOMPARE(meter.payload(), 4 + 5 + 70'000);
}

void TestSentPayload::meterSeesAnUnmaskedFrame()
{
    FrameMeter meter;
    QVERIFY(meter.feed(encodeFrame({textFrame, "a"})));
    Frame bare{textFrame, "b"};
    bare.masked = false;
    QVERIFY(!meter.feed(QByteArray(encodeFrame(bare) + encodeFrame({textFrame, "c"}))));
    QCOMPARE(meter.payload(), 3);
}

QTEST_GUILESS_MAIN(TestSentPayload)
#include "tst_sentpayload.moc"
