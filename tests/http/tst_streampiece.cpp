// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/streampiece.h"

#include <QTest>

using pushlab::http::StreamPiece;

class TestStreamPiece final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAChunk();
    void nothingIsNoChunk();
    void endsWithTheLastChunk();
    void countsPayloadInEveryPart_data();
    void countsPayloadInEveryPart();
};

void TestStreamPiece::framesAChunk()
{
    StreamPiece piece;
    piece.addOverhead("data: ");
    piece.addPayload(QByteArray(20, 'x'));
    piece.addOverhead("\n\n");
    piece.seal();
    const QByteArray body = "data: " + QByteArray(20, 'x') + "\n\n";
    QCOMPARE(piece.bytes(true), QByteArray("1c\r\n" + body + "\r\n"));
    QCOMPARE(piece.bytes(false), body);
    QCOMPARE(piece.payload(), 20);
    QVERIFY(!piece.isEmpty());
}

void TestStreamPiece::nothingIsNoChunk()
{
    StreamPiece piece;
    piece.seal();
    QVERIFY(piece.isEmpty());
    QCOMPARE(piece.bytes(true), QByteArray());
}

void TestStreamPiece::endsWithTheLastChunk()
{
    QCOMPARE(StreamPiece::last().bytes(true), QByteArray("0\r\n\r\n"));
    QCOMPARE(StreamPiece::last().bytes(false), QByteArray());
    QCOMPARE(StreamPiece::last().payload(), 0);
}

void TestStreamPiece::countsPayloadInEveryPart_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("chunked") << true;
    QTest::newRow("bare") << false;
}

//! Here payload is upper case, and everything else is not.
void TestStreamPiece::countsPayloadInEveryPart()
{
    QFETCH(const bool, isChunked);
    StreamPiece piece;
    piece.addPayload("A");
    piece.addOverhead("id: 1\n");
    piece.addPayload("BCDEFGHIJ");
    piece.addPayload("KL");
    piece.addOverhead("\n");
    piece.seal();
    const QByteArray bytes = piece.bytes(isChunked);
    QCOMPARE(bytes.startsWith("13\r\n"), isChunked);
    qint64 payload = 0;
    for (qsizetype count = 0; count <= bytes.size(); ++count) {
        QCOMPARE(piece.payloadIn(count, isChunked), payload);
        payload += count < bytes.size() && bytes[count] >= 'A' && bytes[count] <= 'Z';
    }
    QCOMPARE(payload, piece.payload());
}

QTEST_APPLESS_MAIN(TestStreamPiece)
#include "tst_streampiece.moc"
