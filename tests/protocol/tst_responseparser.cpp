// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/responseparser.h"

#include <QTest>

using pushlab::compare::HttpAnswer;
using pushlab::compare::ResponseParser;

class TestResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAnswersHoweverTheyAreCut_data();
    void takesAnswersHoweverTheyAreCut();
    void countsHeaderBytesExactly();
    void leavesWhatFollowsAnUpgrade();
    void tellsMalformed();
};

namespace {

const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n";
const QByteArray body = "{\"now\":1}";

} // namespace

void TestResponseParser::takesAnswersHoweverTheyAreCut_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 7, 40, 80, 1000})
        QTest::addRow("%d", piece) << piece;
}

void TestResponseParser::takesAnswersHoweverTheyAreCut()
{
    QFETCH(int, piece);
    const QByteArray stream = head + body + head + body;
    ResponseParser parser;
    int answers = 0;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        const QByteArray cut = stream.mid(at, piece);
        QByteArrayView bytes = cut;
        while (!bytes.isEmpty()) {
            const auto state = parser.feed(bytes);
            QVERIFY(state != ResponseParser::State::Malformed);
            if (state != ResponseParser::State::Complete)
                continue;
            const HttpAnswer answer = parser.take();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, body);
            QCOMPARE(answer.headerBytes, qint64(head.size()));
            QVERIFY(answer.keepsAlive);
            ++answers;
        }
    }
    QCOMPARE(answers, 2);
    QVERIFY(!parser.isMidAnswer());
}

void TestResponseParser::countsHeaderBytesExactly()
{
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    ResponseParser parser;
    QByteArrayView bytes = chunked;
    QCOMPARE(parser.feed(bytes), ResponseParser::State::Complete);
    const HttpAnswer answer = parser.take();
    QCOMPARE(answer.body, QByteArray("hello"));
    QCOMPARE(answer.headerBytes, qint64(chunked.size() - 5));
    QVERIFY(!answer.keepsAlive);
}

void TestResponseParser::leavesWhatFollowsAnUpgrade()
{
    const QByteArray stream = QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        + "\x81\x02hi";
    ResponseParser parser;
    QByteArrayView bytes = stream;
    QCOMPARE(parser.feed(bytes), ResponseParser::State::Complete);
    QCOMPARE(bytes.toByteArray(), QByteArray("\x81\x02hi"));
    QCOMPARE(parser.take().status, 101);
}

void TestResponseParser::tellsMalformed()
{
    ResponseParser parser;
    QByteArrayView bytes = "SMTP ready\r\n\r\n";
    QCOMPARE(parser.feed(bytes), ResponseParser::State::Malformed);
}

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_responseparser.moc"
