// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/clientframes.h"
#include "tests/support/rawwebsocket.h"

#include <QTest>

using namespace pushlab::push;
using namespace pushlab::tests;

class TestClientFrames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void leavesTheRestAlone();
    void tellsWhichWasText();
    void tellsWhichWasClose();
    void answersClose_data();
    void answersClose();
    void seesAnUnmaskedFrame();
    void countsWithoutShowing();
    void knowsWhenNoMessageIsUnderWay();
};

void TestClientFrames::shows_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("shown");

    const QByteArray text = encodeFrame({textFrame, "text"});
    const QByteArray binary = encodeFrame({binaryFrame, "text"});
    const QByteArray pingAndPong = encodeFrame({pingFrame, "\x81"}) + encodeFrame({pongFrame, "\x01"});
    const QByteArray end = encodeFrame({continuationFrame, "end"});
    QTest::newRow("text") << text << binary;
    QTest::newRow("binary") << binary << binary;
    QTest::newRow("texts") << text + text + binary + text << binary.repeated(4);
    QTest::newRow("fragments") << encodeFrame({.payload = "a", .fin = false}) + pingAndPong + end + text
                               << encodeFrame({.opcode = binaryFrame, .payload = "a", .fin = false}) + pingAndPong + end + binary;
    QTest::newRow("Close") << encodeClose(1000, "\x88") << encodeFrame({pongFrame, "\x03\xe8\x88"});
    const QByteArray reserved = encodeFrame({.payload = "r", .rsv = 4}) + encodeFrame({.opcode = closeFrame, .rsv = 1})
        + encodeFrame({0x3, "r"}) + encodeFrame({0x9, "\x01"});
    QTest::newRow("reserved bits and opcodes") << reserved << reserved;
    QTest::newRow("a length of two bytes") << encodeFrame({textFrame, QByteArray(300, '\x81')}) + text
                                           << encodeFrame({binaryFrame, QByteArray(300, '\x81')}) + binary;
    QTest::newRow("half a header") << text.first(3) << binary.first(3);
}

void TestClientFrames::shows()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, shown);
    for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(5), sent.size()}) {
        ClientFrames frames;
        QByteArray seen;
        for (qsizetype from = 0; from < sent.size(); from += size) {
            const QByteArray before = sent.mid(from, size);
            QByteArray piece = before;
            const qsizetype changed = frames.take(piece);
            QVERIFY(piece.sliced(changed) == before.sliced(changed));
            QVERIFY(changed == 0 || piece[changed - 1] != before[changed - 1]); // no more than it must
            seen += piece;
        }
        QCOMPARE(seen, shown);
        QVERIFY(!frames.isFaulty());
    }
}

void TestClientFrames::leavesTheRestAlone()
{
    const QByteArray sent = encodeFrame({textFrame, "a"});
    QByteArray bytes = sent;
    ClientFrames frames;
    QCOMPARE(frames.take(bytes), 1);
    QCOMPARE(sent[0], char(0x81)); // shared until then
}

void TestClientFrames::tellsWhichWasText()
{
    QByteArray bytes = encodeFrame({textFrame, "t"}) + encodeFrame({.opcode = binaryFrame, .fin = false})
        + encodeFrame({pingFrame, "p"}) + encodeFrame({continuationFrame, "b"}) + encodeFrame({.payload = "t", .fin = false});
    ClientFrames frames;
    QVERIFY(frames.take(bytes) > 0);
    QVERIFY(frames.takeWasText());
    QVERIFY(!frames.takeWasText());
    QVERIFY(frames.takeWasText());
    QVERIFY(!frames.takeWasText()); // there was none
}

void TestClientFrames::tellsWhichWasClose()
{
    QByteArray bytes = encodeFrame({pongFrame, "1"}) + encodeFrame({pingFrame, "p"}) + encodeFrame({pongFrame, "2"})
        + encodeClose(1000) + encodeFrame({pongFrame, "3"});
    ClientFrames frames;
    QVERIFY(frames.take(bytes) > 0);
    QVERIFY(!frames.takeWasClose());
    QVERIFY(!frames.takeWasClose());
    QVERIFY(frames.takeWasClose());
}

void TestClientFrames::answersClose_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("answer");
    const auto row = [](int code, int answer) {
        QTest::addRow("%d", code) << QByteArray(1, char(code >> 8)).append(char(code)) << answer;
    };
    for (int code = 0; code <= 0xffff; code += code >= 990 && code < 1020 ? 1 : 495) {
        const bool isRegistered = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        row(code, isRegistered || (code >= 3000 && code < 5000) ? code : 1002);
    }
    for (const int code : {3000, 4999})
        row(code, code);
    for (const int code : {2999, 5000, 65535})
        row(code, 1002);
    QTest::newRow("no code") << QByteArray() << 1000;
    QTest::newRow("half a code") << QByteArray("\x03") << 1002;
    QTest::newRow("reason") << QByteArray("\x03\xe9\xe4\xbd\xa0") << 1001;
    QTest::newRow("reason that is no UTF-8") << QByteArray("\x03\xe9\xe4\xbd") << 1007;
}

void TestClientFrames::answersClose()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, answer);
    QCOMPARE(int(answerToClose(payload).code), answer);
}

void TestClientFrames::seesAnUnmaskedFrame()
{
    QByteArray bytes = encodeFrame({textFrame, "a"}) + encodeFrame({.payload = "b", .masked = false})
        + encodeFrame({textFrame, "c"});
    ClientFrames frames;
    QVERIFY(frames.take(bytes) > 0);
    QVERIFY(frames.isFaulty());
    QCOMPARE(frames.payload(), 3);
}

void TestClientFrames::countsWithoutShowing()
{
    const QByteArray bytes = encodeFrame({textFrame, "half"}) + encodeFrame({textFrame, "more"});
    QByteArray first = bytes.first(8);
    ClientFrames frames;
    QCOMPARE(frames.take(first), 1);
    frames.count(bytes.sliced(8));
    QCOMPARE(frames.payload(), 8);
}

void TestClientFrames::knowsWhenNoMessageIsUnderWay()
{
    ClientFrames frames;
    const auto isBetweenAfter = [&frames](QByteArray bytes) {
        (void)frames.take(bytes);
        return frames.isBetweenMessages();
    };
    const QByteArray text = encodeFrame({textFrame, "text"});
    QVERIFY(frames.isBetweenMessages());
    QVERIFY(isBetweenAfter(text));
    for (qsizetype at = 0; at + 1 < text.size(); ++at)
        QVERIFY(!isBetweenAfter(text.mid(at, 1)));
    QVERIFY(isBetweenAfter(text.last(1)));
    QVERIFY(!isBetweenAfter(encodeFrame({.payload = "a", .fin = false})));
    QVERIFY(!isBetweenAfter(encodeFrame({pingFrame, {}})));
    QVERIFY(!isBetweenAfter(encodeFrame({.opcode = continuationFrame, .payload = "b", .fin = false})));
    QVERIFY(isBetweenAfter(encodeFrame({continuationFrame, "c"})));
    QVERIFY(isBetweenAfter(encodeFrame({pingFrame, {}})));
}

QTEST_GUILESS_MAIN(TestClientFrames)
#include "tst_clientframes.moc"
