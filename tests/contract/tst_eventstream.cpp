// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/eventstreamparser.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <deque>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;

namespace pushlab::tests {

namespace {

//! Reads a stream over HTTP/1.0, which has no chunks.
class StreamReader final
{
public:
    StreamReader(quint16 port, const QByteArray &query, const QByteArray &fields = {}) : client(port)
    {
        client.send("GET /api/rooms/lobby/events" + query + " HTTP/1.0\r\n" + fields + "\r\n");
        qsizetype end = -1;
        while ((end = client.buffer().indexOf("\r\n\r\n")) < 0 && client.waitForBytes(client.buffer().size() + 1, patience)) {}
        head = client.buffer().first(end + 4);
        client.take(head.size());
    }

    //! The next event; its type is empty when none comes.
    transport::StreamEvent next(std::chrono::milliseconds wait = patience)
    {
        while (m_events.empty()) {
            if (client.buffer().isEmpty() && !client.waitForBytes(1, wait))
                return {};
            for (const transport::StreamEvent &event : m_parser.feed(client.buffer()))
                m_events.push_back(event);
            raw += client.buffer();
            client.take(client.buffer().size());
        }
        const transport::StreamEvent event = m_events.front();
        m_events.pop_front();
        return event;
    }
    QJsonObject nextData(const QByteArray &type)
    {
        const transport::StreamEvent event = next();
        return event.type == type ? QJsonDocument::fromJson(event.data).object()
                                  : QJsonObject{{u"not"_s, QString::fromUtf8(event.type)}};
    }
    [[nodiscard]] const transport::EventStreamParser &parser() const { return m_parser; }

    RawClient client;
    QByteArray head;
    QByteArray raw; //!< all but the head

private:
    transport::EventStreamParser m_parser;
    std::deque<transport::StreamEvent> m_events;
};

} // namespace

//! `GET /api/rooms/ROOM/events`, to the byte.
class TestEventStream final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithAWelcome();
    void comesInChunks();
    void eventsCarryMessages();
    void lastEventIdWins_data();
    void lastEventIdWins();
    void trimmedLogIsAGap();
    void otherEpochEndsIt();
    void banEndsIt();
    void refusesBadInput_data();
    void refusesBadInput();
    void headOpensNothing();
    void ledgerIsExact();
    void controlEventsAreCountedApartWhole();
    void controlEntriesAreLeftOutUnlessAskedFor();
    void commentKeepsItOpen();

private:
    //! Changes the hold and waits until it is in force.
    void setHold(std::chrono::seconds hold)
    {
        m_host->change([hold](protocol::ClassSettings &settings) { settings.hold = hold; });
        QTRY_COMPARE(m_host->get("/api/rooms/lobby").json()[u"hold"_s].toInteger(), hold.count());
    }
    [[nodiscard]] QJsonObject counters() const { return m_host->get("/api/stats").json()[u"techniques"][u"sse"].toObject(); }

    std::unique_ptr<TestHost> m_host;
};

void TestEventStream::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestEventStream::beginsWithAWelcome()
{
    StreamReader reader(m_host->port(), "?member=m");
    QVERIFY(reader.head.startsWith("HTTP/1.1 200 OK\r\n"));
    for (const char *field : {"\r\nContent-Type: text/event-stream; charset=utf-8\r\n",
                              "\r\nCache-Control: no-store, no-transform\r\n", "\r\nX-Accel-Buffering: no\r\n"})
        QVERIFY2(reader.head.contains(field), field);
    const transport::StreamEvent welcome = reader.next();
    QCOMPARE(welcome.type, "welcome");
    QVERIFY(welcome.id.isEmpty());
    QVERIFY(reader.parser().retry().has_value());
    QJsonObject info = QJsonDocument::fromJson(welcome.data).object();
    QJsonObject room = m_host->get("/api/rooms/lobby").json();
    QVERIFY(info[u"now"_s].toDouble() > 0);
    info.remove(u"now"_s);
    room.remove(u"now"_s);
    QCOMPARE(info, room);
}

void TestEventStream::comesInChunks()
{
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/events?member=m"));
    QVERIFY(client.waitForBytes(300, patience));
    QVERIFY(client.buffer().contains("\r\nTransfer-Encoding: chunked\r\n"));
    QVERIFY(m_host->append("x") > 0);
    m_host->host().stop();
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QVERIFY(answer->body.startsWith("event: welcome\nretry: "));
    QVERIFY(answer->body.contains("\n\nid: 1\ndata: {\"seq\":1,"));
    QVERIFY(client.waitForClose());
}

void TestEventStream::eventsCarryMessages()
{
    QVERIFY(m_host->append("old") > 0);
    StreamReader reader(m_host->port(), "?member=m&after=0");
    QCOMPARE(reader.nextData("welcome")[u"next"_s].toInt(), 1);
    const QByteArray odd = "line\nfeed \r and \"quotes\" \xE8\xAF\xBE";
    QVERIFY(m_host->append(odd) > 0);
    for (const QByteArray &text : {QByteArray("old"), odd}) {
        const transport::StreamEvent event = reader.next();
        QCOMPARE(event.type, "message");
        const QJsonObject message = QJsonDocument::fromJson(event.data).object();
        QCOMPARE(event.id, QByteArray::number(message[u"seq"_s].toInt()));
        QCOMPARE(message[u"text"_s].toString(), QString::fromUtf8(text));
        QCOMPARE(message, m_host->log()[u"messages"_s].toArray().at(message[u"seq"_s].toInt() - 1).toObject());
    }
    QVERIFY(reader.next(100ms).type.isEmpty());
}

void TestEventStream::lastEventIdWins_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("first"); // id
    QTest::newRow("neither") << QByteArray("?member=m") << QByteArray() << QByteArray("1");
    QTest::newRow("after") << QByteArray("?member=m&after=2") << QByteArray() << QByteArray("3");
    QTest::newRow("both") << QByteArray("?member=m&after=1") << QByteArray("Last-Event-ID: 4\r\n") << QByteArray("5");
    QTest::newRow("to an earlier one") << QByteArray("?member=m&after=4") << QByteArray("Last-Event-ID: 1\r\n") << QByteArray("2");
    QTest::newRow("no number") << QByteArray("?member=m&after=3") << QByteArray("Last-Event-ID: x\r\n") << QByteArray("4");
    QTest::newRow("past the end") << QByteArray("?member=m&after=99") << QByteArray() << QByteArray("6");
}

void TestEventStream::lastEventIdWins()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, fields);
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_host->append("text") > 0);
    StreamReader reader(m_host->port(), query, fields);
    QCOMPARE(reader.next().type, "welcome");
    QVERIFY(m_host->append("new") > 0);
    QTEST(reader.next().id, "first");
}

void TestEventStream::trimmedLogIsAGap()
{
    const QByteArray text(60'000, 'x'); // the log holds 64 MiB
    constexpr int count = 1300;
    RawClient sender(m_host->port());
    const QByteArray body = "{\"text\":\"" + text + "\"}";
    for (int i = 0; i < count; ++i) {
        sender.send(postRequest(m_host->port(), "/api/rooms/lobby/messages", body, "application/json"));
        QCOMPARE(sender.readAnswer().value_or(HttpAnswer()).status, 201);
    }
    StreamReader reader(m_host->port(), "?member=m&after=3");
    const int oldest = reader.nextData("welcome")[u"oldest"_s].toInt();
    QVERIFY(oldest > 4);
    const QJsonObject gap = reader.nextData("gap");
    QCOMPARE(gap[u"oldest"_s].toInt(), oldest);
    QCOMPARE(gap[u"missed"_s].toInt(), oldest - 4);
    for (int seq = oldest; seq <= count; ++seq)
        QCOMPARE(reader.next().id, QByteArray::number(seq));
}

void TestEventStream::otherEpochEndsIt()
{
    StreamReader reader(m_host->port(), "?member=m&after=7&epoch=other");
    const QString epoch = reader.nextData("epoch")[u"epoch"_s].toString();
    QCOMPARE(epoch, m_host->get("/api/rooms/lobby").json()[u"epoch"_s].toString());
    QVERIFY(reader.client.waitForClose());
    StreamReader again(m_host->port(), "?member=m&after=0&epoch=" + epoch.toUtf8());
    QCOMPARE(again.next().type, "welcome");
}

void TestEventStream::banEndsIt()
{
    StreamReader reader(m_host->port(), "?member=m&name=Mei");
    QCOMPARE(reader.next().type, "welcome");
    m_host->host().moderate(u"lobby"_s, {room::ModerationCommand::Action::Ban, "m:m", {}});
    const QJsonObject refusal = reader.nextData("refused");
    QCOMPARE(refusal[u"code"_s].toString(), u"banned"_s);
    QVERIFY(!refusal[u"error"_s].toString().isEmpty());
    QVERIFY(reader.client.waitForClose());
    QCOMPARE(m_host->get("/api/rooms/lobby/events?member=m").status, 403);
}

void TestEventStream::refusesBadInput_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("after is no number") << QByteArray("/api/rooms/lobby/events?after=x") << QByteArray() << 400;
    QTest::newRow("after below 0") << QByteArray("/api/rooms/lobby/events?after=-1") << QByteArray() << 400;
    QTest::newRow("no room's name") << QByteArray("/api/rooms/%0a/events") << QByteArray() << 400;
    QTest::newRow("another site") << QByteArray("/api/rooms/lobby/events") << QByteArray("Origin: http://evil.example\r\n") << 403;
}

void TestEventStream::refusesBadInput()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, fields);
    const HttpAnswer answer = m_host->get(target, fields);
    QTEST(answer.status, "status");
    QVERIFY(!answer.json()[u"code"_s].toString().isEmpty());
}

void TestEventStream::headOpensNothing()
{
    const HttpAnswer answer = m_host->head("/api/rooms/lobby/events?member=m");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "text/event-stream");
    QCOMPARE(counters()[u"members"_s].toInt(), 0);
    QCOMPARE(counters()[u"requests"_s].toInt(), 0);
}

//! The ledger divides all bytes of the socket exactly: opening, messages, and framing.
void TestEventStream::ledgerIsExact()
{
    QVERIFY(m_host->append("before it came") > 0);
    StreamReader reader(m_host->port(), "?member=m&after=0");
    QCOMPARE(reader.next().type, "welcome");
    QCOMPARE(reader.next().id, "1");
    qint64 messages = 0;
    for (int i = 2; i < 12; ++i) {
        QVERIFY(m_host->append(QByteArray(i * 100, 'x')) > 0);
        const transport::StreamEvent event = reader.next();
        QCOMPARE(event.id, QByteArray::number(i));
        messages += event.data.size();
    }
    QTRY_COMPARE(counters()[u"delivered"_s].toInt(), 10);
    const QJsonObject all = counters();
    QCOMPARE(all[u"members"_s].toInt(), 1);
    QCOMPARE(all[u"requests"_s].toInt(), 1);
    QCOMPARE(all[u"answers"_s].toInt(), 1);
    QCOMPARE(all[u"connections"_s].toInt(), 1);
    QCOMPARE(all[u"history"_s].toInt(), 1);
    QCOMPARE(all[u"bytesDown"_s].toInteger(), reader.client.bytesReceived());
    QCOMPARE(all[u"bytesUp"_s].toInteger(), reader.client.bytesSent());
    const QJsonObject down = all[u"down"_s].toObject();
    QCOMPARE(down[u"handshake"_s].toInteger(), reader.head.size());
    const qsizetype welcome = reader.raw.indexOf("data: ") + 6;
    const qsizetype welcomeBytes = reader.raw.indexOf('\n', welcome) - welcome;
    QCOMPARE(down[u"payload"_s].toInteger(), messages + welcomeBytes);
    QVERIFY(down[u"history"_s].toInteger() > 0);
    reader.client.close();
    QTRY_COMPARE(counters()[u"members"_s].toInt(), 0);
    QCOMPARE(counters()[u"bytesDown"_s].toInteger(), reader.client.bytesReceived());
}

void TestEventStream::controlEventsAreCountedApartWhole()
{
    StreamReader reader(m_host->port(), "?member=m&after=0&v=2");
    QCOMPARE(reader.next().type, "welcome");
    setHold(5s);
    const transport::StreamEvent event = reader.next();
    QCOMPARE(event.type, "control");
    QCOMPARE(event.id, "1");
    const QJsonObject entry = QJsonDocument::fromJson(event.data).object();
    QCOMPARE(entry[u"seq"_s].toInt(), 1);
    QCOMPARE(entry[u"control"_s][u"settings"_s][u"hold"_s].toInt(), 5);
    QVERIFY(m_host->append("two") > 0);
    QCOMPARE(reader.next().id, "2");
    QTRY_COMPARE(counters()[u"delivered"_s].toInt(), 1);
    const QJsonObject down = counters()[u"down"_s].toObject();
    const QByteArray told = "event: control\nid: 1\ndata: " + event.data + "\n\n";
    QVERIFY(reader.raw.contains(told));
    QCOMPARE(down[u"control"_s].toInteger(), told.size());
    QCOMPARE(counters()[u"controlRequests"_s].toInt(), 0);
    QCOMPARE(counters()[u"history"_s].toInt(), 0);
    qint64 sum = 0;
    for (const QString &part : {u"payload"_s, u"overhead"_s, u"handshake"_s, u"history"_s, u"control"_s})
        sum += down[part].toInteger();
    QCOMPARE(sum, reader.client.bytesReceived());
}

void TestEventStream::controlEntriesAreLeftOutUnlessAskedFor()
{
    StreamReader reader(m_host->port(), "?member=m&after=0");
    QCOMPARE(reader.next().type, "welcome");
    setHold(5s);
    QVERIFY(m_host->append("two") > 0);
    const transport::StreamEvent event = reader.next();
    QCOMPARE(event.type, "message");
    QCOMPARE(event.id, "2"); // a number is skipped
}

void TestEventStream::commentKeepsItOpen()
{
    StreamReader reader(m_host->port(), "?member=m");
    QCOMPARE(reader.next().type, "welcome");
    QVERIFY(reader.client.waitForBytes(1, protocol::pingInterval + 3s));
    QCOMPARE(reader.client.buffer(), ":\n\n");
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestEventStream)
#include "tst_eventstream.moc"
