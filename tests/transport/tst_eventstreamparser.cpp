// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/eventstreamparser.h"

#include <QTest>

using namespace pushlab::transport;
using namespace std::chrono_literals;

using Events = std::vector<StreamEvent>;
Q_DECLARE_METATYPE(Events)

//! The examples of the HTML Standard (9.2.6) and its rules for the content of streams, split at every position.
class TestEventStreamParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void lastEventIds_data();
    void lastEventIds();
    void retries_data();
    void retries();
    void linesThatHaveNoEnd();
    void eventComesWithItsLastByte();
};

void TestEventStreamParser::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("events");
    const auto row = [](const char *name, const QByteArray &stream, const Events &events) {
        QTest::newRow(name) << stream << events;
    };
    const StreamEvent x{"message", "x", {}};

    row("two data lines", "data: YHOO\ndata: +2\ndata: 10\n\n", {{"message", "YHOO\n+2\n10", {}}});
    row("standard's second stream", ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        {{"message", "first event", "1"}, {"message", "second event", {}}, {"message", " third event", {}}});
    row("standard's third stream", "data\n\ndata\ndata\n\ndata:", {{"message", "", {}}, {"message", "\n", {}}});
    row("standard's fourth stream", "data:test\n\ndata: test\n\n", {{"message", "test", {}}, {"message", "test", {}}});
    row("named events", "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n",
        {{"add", "73857293", {}}, {"remove", "2153", {}}, {"add", "113411", {}}});

    row("CR", "data: x\r\r", {x});
    row("CR LF", "data: x\r\n\r\n", {x});
    row("mixed", "data: a\rdata: b\r\ndata: c\n\r\n", {{"message", "a\nb\nc", {}}});
    row("LF CR is two ends", "data: x\n\rdata: y\n\n", {x, {"message", "y", {}}});
    row("CR LF between events", "data: x\r\n\r\ndata: x\r\n\r\n", {x, x});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: x\n\n",
        {x});
    row("a second mark is text",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: x\n\n",
        {});
    row("mark in a later line",
        "\n\xEF\xBB\xBF"
        "data: x\n\ndata: x\n\n",
        {x});
    row("half a mark",
        "\xEF\xBB"
        "data: x\n\n",
        {});

    row("comments", ":\n: a comment\n:data: y\ndata: x\n:\n\n", {x});
    row("comments alone", ":\n\n:\n\n", {});
    row("colon in the value", "data: a: b\n\n", {{"message", "a: b", {}}});
    row("no space", "data:x\n\n", {x});
    row("one space goes", "data:  x \n\n", {{"message", " x ", {}}});
    row("unknown fields", "Data: y\nDATA: y\n data: y\ndata : y\nother: y\nnothing\ndata: x\n\n", {x});
    row("empty data", "data:\n\n", {{"message", "", {}}});
    row("no data, no event", "event: add\nid: 7\n\ndata: x\n\n", {{"message", "x", "7"}});
    row("the last type holds", "event: a\nevent: b\ndata: x\n\n", {{"b", "x", {}}});
    row("a type without a name", "event: a\nevent\ndata: x\n\n", {x});
    row("not ended", "data: x\n\ndata: y\n", {x});
    row("empty", "", {});
    row("UTF-8", "data: \xE8\xAF\xBE\n\n", {{"message", "\xE8\xAF\xBE", {}}});
    row("id holds on", "id: 5\ndata: x\n\ndata: y\n\n", {{"message", "x", "5"}, {"message", "y", "5"}});
    row("null in an id",
        QByteArray("id: 5\ndata: x\n\nid: 6\0"
                   "6\ndata: y\n\n",
                   32),
        {{"message", "x", "5"}, {"message", "y", "5"}});
}

void TestEventStreamParser::reads()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const Events, events);
    QVERIFY(EventStreamParser().feed(stream) == events);
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) { // in two, anywhere
        EventStreamParser parser;
        Events read = parser.feed(QByteArrayView(stream).first(cut));
        for (const StreamEvent &event : parser.feed(QByteArrayView(stream).sliced(cut)))
            read.push_back(event);
        QVERIFY2(read == events, qPrintable(QString::number(cut)));
    }
    EventStreamParser parser;
    Events read;
    for (const char byte : stream) {
        for (const StreamEvent &event : parser.feed(QByteArrayView(&byte, 1)))
            read.push_back(event);
    }
    QVERIFY(read == events);
    QVERIFY(!parser.isTooLong());
}

void TestEventStreamParser::lastEventIds_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("none") << QByteArray("data: x\n\n") << QByteArray();
    QTest::newRow("one") << QByteArray("id: 1\ndata: x\n\n") << QByteArray("1");
    QTest::newRow("without data") << QByteArray("id: 1\n\n") << QByteArray("1");
    QTest::newRow("of an event that is not complete") << QByteArray("id: 1\n\nid: 2\ndata: x\n") << QByteArray("1");
    QTest::newRow("taken back") << QByteArray("id: 1\ndata: x\n\nid\ndata: y\n\n") << QByteArray();
}

void TestEventStreamParser::lastEventIds()
{
    QFETCH(const QByteArray, stream);
    EventStreamParser parser;
    (void)parser.feed(stream);
    QTEST(parser.lastEventId(), "id");
}

void TestEventStreamParser::retries_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("milliseconds"); // -1: none
    QTest::newRow("none") << QByteArray("data: x\n\n") << -1;
    QTest::newRow("number") << QByteArray("retry: 1500\n") << 1500;
    QTest::newRow("zero") << QByteArray("retry: 0\n") << 0;
    QTest::newRow("sign") << QByteArray("retry: -1\n") << -1;
    QTest::newRow("unit") << QByteArray("retry: 10s\n") << -1;
    QTest::newRow("empty") << QByteArray("retry\n") << -1;
    QTest::newRow("too large") << QByteArray("retry: 99999999999999999999\n") << -1;
    QTest::newRow("the last holds") << QByteArray("retry: 1\nretry: x\nretry: 2\n") << 2;
}

void TestEventStreamParser::retries()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const int, milliseconds);
    EventStreamParser parser;
    (void)parser.feed(stream);
    QCOMPARE(parser.retry().value_or(-1ms).count(), milliseconds);
}

void TestEventStreamParser::linesThatHaveNoEnd()
{
    EventStreamParser longLine;
    EventStreamParser manyLines;
    for (int i = 0; i < 40; ++i) {
        (void)longLine.feed(QByteArray(32 * 1024, 'x'));
        QVERIFY(manyLines.feed(QByteArray("data: " + QByteArray(32 * 1024, 'x') + '\n')).empty());
    }
    QVERIFY(longLine.isTooLong());
    QVERIFY(manyLines.isTooLong());
    QVERIFY(manyLines.feed("\n\n").empty());
}

//! An event ended by a carriage return is complete without waiting for a line feed.
void TestEventStreamParser::eventComesWithItsLastByte()
{
    EventStreamParser parser;
    QVERIFY(parser.feed("data: x\r\n").empty());
    QCOMPARE(parser.feed("\r").size(), size_t(1));
    QVERIFY(parser.feed("\ndata: y\r").empty());
    QCOMPARE(parser.feed("\n\r\n").size(), size_t(1));
}

QTEST_APPLESS_MAIN(TestEventStreamParser)
#include "tst_eventstreamparser.moc"
