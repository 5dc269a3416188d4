// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/wholetexts.h"
#include "tests/support/rawwebsocket.h"

#include <QTest>

using namespace pushlab::push;
using namespace pushlab::tests;

class TestWholeTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEach();
    void leavesOthersToQWebSocket_data();
    void leavesOthersToQWebSocket();
    void leavesPartsToQWebSocket();
};

void TestWholeTexts::takesEach()
{
    const QByteArrayList texts{"one", "", QByteArray(125, 'a'), QByteArray(126, 'b'), QByteArray(3000, 'c'), "\xe4\xbd\xa0\xff"};
    QByteArray sent;
    for (const QByteArray &text : texts)
        sent += encodeFrame({textFrame, text});
    QVERIFY(areWholeTexts(sent));
    QByteArrayView rest(sent);
    for (const QByteArray &text : texts)
        QCOMPARE(takeWholeText(rest), text);
    QVERIFY(rest.isEmpty());
}

void TestWholeTexts::leavesOthersToQWebSocket_data()
{
    QTest::addColumn<QByteArray>("frame");

    QTest::newRow("binary") << encodeFrame({binaryFrame, "text"});
    QTest::newRow("ping") << encodeFrame({pingFrame, "text"});
    QTest::newRow("Close") << encodeClose(1000);
    QTest::newRow("first fragment") << encodeFrame({.payload = "text", .fin = false});
    QTest::newRow("last fragment") << encodeFrame({continuationFrame, "text"});
    QTest::newRow("reserved bit") << encodeFrame({.payload = "text", .rsv = 4});
    QTest::newRow("unmasked") << QByteArray("\x81\x04text", 6);
    QTest::newRow("length in two bytes for nothing") << QByteArray(
        "\x81\xfe\x00\x04"
        "\x00\x00\x00\x00text",
        12);
    QTest::newRow("length in eight bytes") << encodeFrame({textFrame, QByteArray(0x10000, 'a')});
}

void TestWholeTexts::leavesOthersToQWebSocket()
{
    QFETCH(QByteArray, frame);
    const QByteArray text = encodeFrame({textFrame, "text"});
    QVERIFY(!areWholeTexts(frame));
    QVERIFY(!areWholeTexts(QByteArray(frame + text)));
    QVERIFY(!areWholeTexts(QByteArray(text + frame))); // else what it follows would be read before it
}

void TestWholeTexts::leavesPartsToQWebSocket()
{
    for (const qsizetype length : {4, 200}) {
        const QByteArray sent = encodeFrame({textFrame, QByteArray(length, 'a')});
        for (qsizetype size = 1; size < sent.size(); ++size)
            QVERIFY(!areWholeTexts(QByteArrayView(sent).first(size)));
    }
}

QTEST_APPLESS_MAIN(TestWholeTexts)
#include "tst_wholetexts.moc"
