// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The costs of each technique by the host's ledger, compared with what passed the test's own sockets.
class TestLedger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shape();
    void startsAtZero();
    void polling_data();
    void polling();
    void longPolling();
    void longPollingQueue();
    void webSocket();
    void socketLeavingIsSeen();
    void webSocketBehindAPage();
    void unreadAnswersAreNotCounted();
    void otherIsHeldAgainstNobody();
    void sendsCountWhereTheyCameFrom_data();
    void sendsCountWhereTheyCameFrom();
    void metrics();
    void figuresBeginAnew();
    void figuresBeginAnewForTheWindow();

private:
    //! The present value of the counter of \a technique.
    qint64 counter(const QString &technique, const QString &name) const
    {
        return m_host->get("/api/stats").json()[u"techniques"_s][technique][name].toInteger(-1);
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

const QStringList techniques{u"long-polling"_s, u"polling"_s, u"sse"_s, u"websocket"_s};
const QStringList techniqueKeys{u"bytesDown"_s, u"bytesUp"_s, u"connections"_s, u"controlRequests"_s, u"delivered"_s,
                                u"empty"_s,     u"history"_s, u"members"_s,     u"requests"_s,        u"sends"_s};
const QStringList otherKeys{u"bytesDown"_s, u"bytesUp"_s, u"connections"_s, u"requests"_s};

} // namespace

void TestLedger::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestLedger::shape()
{
    const HttpAnswer answer = m_host->get("/api/stats");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "application/json");
    QCOMPARE(answer.field("cache-control"), "no-store");
    const QJsonObject stats = answer.json();
    QVERIFY(stats[u"now"_s].toDouble() > 0);
    QCOMPARE(stats[u"techniques"_s].toObject().keys(), techniques);
    for (const QString &technique : techniques) {
        const QJsonObject counters = stats[u"techniques"_s][technique].toObject();
        for (const QString &key : techniqueKeys)
            QVERIFY2(counters[key].isDouble(), qPrintable(technique + u' ' + key));
    }
    for (const QString &key : otherKeys)
        QVERIFY2(stats[u"other"_s][key].isDouble(), qPrintable(key));
}

void TestLedger::startsAtZero()
{
    for (const QString &technique : techniques) {
        for (const QString &key : techniqueKeys)
            QCOMPARE(counter(technique, key), 0);
    }
}

void TestLedger::polling_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("history"); // the tutorial's polls are those of the sender, which was there before
    QTest::newRow("tutorial") << QByteArray("/get/msg/?index=") << 1;
    QTest::newRow("API") << QByteArray("/api/rooms/lobby/messages?wait=0&member=m&after=") << 4;
}

void TestLedger::polling()
{
    QFETCH(QByteArray, target);
    QFETCH(int, history);
    for (const char *text : {"one", "two", "three"})
        QVERIFY(m_host->append(text) > 0);
    const qint64 sends = counter(u"polling"_s, u"sends"_s);
    const qint64 up = counter(u"polling"_s, u"bytesUp"_s);
    const qint64 down = counter(u"polling"_s, u"bytesDown"_s);
    const qint64 connections = counter(u"polling"_s, u"connections"_s);
    RawClient client(m_host->port());
    for (const char *after : {"0", "2", "3", "3", "3"})
        QCOMPARE(client.get(target + after).value_or(HttpAnswer()).status, 200);
    QTRY_COMPARE(counter(u"polling"_s, u"bytesUp"_s), up + client.bytesSent());
    QTRY_COMPARE(counter(u"polling"_s, u"bytesDown"_s), down + client.bytesReceived());
    QCOMPARE(counter(u"polling"_s, u"requests"_s), 5);
    QCOMPARE(counter(u"polling"_s, u"empty"_s), 3);
    QCOMPARE(counter(u"polling"_s, u"delivered"_s), 4 - history);
    QCOMPARE(counter(u"polling"_s, u"history"_s), history); // the third came twice
    QCOMPARE(counter(u"polling"_s, u"sends"_s), sends);
    QCOMPARE(counter(u"polling"_s, u"connections"_s), connections + 1);
    QCOMPARE(counter(u"long-polling"_s, u"requests"_s), 0);
    QCOMPARE(counter(u"websocket"_s, u"requests"_s), 0);
}

void TestLedger::longPolling()
{
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?wait=20&member=m&after=0"));
    QVERIFY(client.staysSilent(50ms));
    QTRY_COMPARE(counter(u"long-polling"_s, u"members"_s), 1);
    QCOMPARE(m_host->get("/send/msg/?text=one").body, "OK"); // a send of polling
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
    QCOMPARE(client.get("/api/rooms/lobby/messages?wait=1&member=m&after=1").value_or(HttpAnswer()).status, 200);
    QTRY_COMPARE(counter(u"long-polling"_s, u"bytesUp"_s), client.bytesSent());
    QTRY_COMPARE(counter(u"long-polling"_s, u"bytesDown"_s), client.bytesReceived());
    QCOMPARE(counter(u"long-polling"_s, u"requests"_s), 2);
    QCOMPARE(counter(u"long-polling"_s, u"delivered"_s), 1);
    QCOMPARE(counter(u"long-polling"_s, u"empty"_s), 1);
    QCOMPARE(counter(u"long-polling"_s, u"sends"_s), 0);
    QCOMPARE(counter(u"long-polling"_s, u"connections"_s), 1);
    QCOMPARE(counter(u"polling"_s, u"requests"_s), 0);
    QCOMPARE(counter(u"polling"_s, u"sends"_s), 1);
}

void TestLedger::longPollingQueue()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200); // a page: other
    RawClient client(m_host->port());
    QCOMPARE(client.get("/send/message/?text=one").value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.get("/get_msg/?name=tony").value_or(HttpAnswer()).status, 200);
    QTRY_COMPARE(counter(u"long-polling"_s, u"bytesUp"_s), client.bytesSent());
    QTRY_COMPARE(counter(u"long-polling"_s, u"bytesDown"_s), client.bytesReceived());
    QCOMPARE(counter(u"long-polling"_s, u"requests"_s), 1);
    QCOMPARE(counter(u"long-polling"_s, u"sends"_s), 1);
    QCOMPARE(counter(u"long-polling"_s, u"delivered"_s), 1);
    QCOMPARE(counter(u"long-polling"_s, u"connections"_s), 1);
}

void TestLedger::webSocket()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=m&v=1");
    RawWebSocket plain(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(socket.isOpen() && plain.isOpen());
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QTRY_COMPARE(counter(u"websocket"_s, u"members"_s), 2);
    socket.sendText(R"({"text":"one","id":"i1"})");
    for (int frames = 0; frames < 2; ++frames) // the message and its acknowledgement
        QVERIFY(!socket.readJson().isEmpty());
    QCOMPARE(plain.readMessage().value_or(Frame()).payload, R"({"message":"one"})");
    QVERIFY(socket.answersPing());
    QTRY_COMPARE(counter(u"websocket"_s, u"bytesUp"_s), socket.client().bytesSent() + plain.client().bytesSent());
    QTRY_COMPARE(counter(u"websocket"_s, u"bytesDown"_s), socket.client().bytesReceived() + plain.client().bytesReceived());
    QCOMPARE(counter(u"websocket"_s, u"requests"_s), 2); // the handshakes
    QCOMPARE(counter(u"websocket"_s, u"sends"_s), 1);
    QCOMPARE(counter(u"websocket"_s, u"delivered"_s), 2);
    QCOMPARE(counter(u"websocket"_s, u"connections"_s), 2);
    QCOMPARE(counter(u"websocket"_s, u"empty"_s), 0);
}

void TestLedger::socketLeavingIsSeen()
{
    {
        RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=m&v=1");
        QVERIFY(socket.isOpen());
        QTRY_COMPARE(counter(u"websocket"_s, u"members"_s), 1);
    }
    QTRY_COMPARE(counter(u"websocket"_s, u"members"_s), 0);
    QCOMPARE(counter(u"websocket"_s, u"connections"_s), 1);
}

// The connection loaded a page before, which must not count for the WebSocket.
void TestLedger::webSocketBehindAPage()
{
    RawClient client(m_host->port());
    QCOMPARE(client.get("/home/").value_or(HttpAnswer()).status, 200);
    const qint64 sent = client.bytesSent();
    const qint64 received = client.bytesReceived();
    client.send(handshakeRequest(m_host->port(), "/ws/chat/lobby/"));
    QVERIFY(client.waitForBytes(1, 8s));
    QTRY_COMPARE(counter(u"websocket"_s, u"bytesUp"_s), client.bytesSent() - sent);
    QTRY_VERIFY(client.staysSilent(0ms) || !client.buffer().isEmpty());
    QCOMPARE(counter(u"websocket"_s, u"bytesDown"_s), client.bytesReceived() - received);
}

void TestLedger::unreadAnswersAreNotCounted()
{
    for (int i = 0; i < 8; ++i)
        QCOMPARE(m_host->append(QByteArray(60'000, 'x')), i + 1);
    RawClient client(m_host->port(), 4096);
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0"));
    QTRY_COMPARE(counter(u"polling"_s, u"requests"_s), 1);
    client.reset();
    QTRY_VERIFY(counter(u"polling"_s, u"bytesDown"_s) < 450'000);
}

void TestLedger::otherIsHeldAgainstNobody()
{
    const QJsonObject before = m_host->get("/api/stats").json();
    RawClient client(m_host->port());
    for (const char *target :
         {"/", "/home/", "/home/?name=tony", "/static/jquery.min.js", "/api/time", "/api/rooms/lobby", "/metrics", "/nothing/"}) {
        QVERIFY(client.get(target).has_value());
    }
    const QJsonObject after = m_host->get("/api/stats").json();
    QCOMPARE(after[u"techniques"_s], before[u"techniques"_s]);
    const qint64 up = after[u"other"_s][u"bytesUp"_s].toInteger() - before[u"other"_s][u"bytesUp"_s].toInteger();
    const qint64 down = after[u"other"_s][u"bytesDown"_s].toInteger() - before[u"other"_s][u"bytesDown"_s].toInteger();
    const qint64 requests = after[u"other"_s][u"requests"_s].toInteger() - before[u"other"_s][u"requests"_s].toInteger();
    QVERIFY2(up >= client.bytesSent(), QByteArray::number(up)); // and the requests for the ledger itself
    QVERIFY2(down >= client.bytesReceived(), QByteArray::number(down));
    QVERIFY2(requests >= 8 && requests <= 10, QByteArray::number(requests));
}

void TestLedger::sendsCountWhereTheyCameFrom_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("technique");
    QTest::newRow("send/msg") << getRequest(0, "/send/msg/?text=x") << u"polling"_s;
    QTest::newRow("send/message") << getRequest(0, "/send/message/?text=x") << u"long-polling"_s;
    QTest::newRow("send_msg") << postRequest(0, "/send_msg/", "content=x") << u"long-polling"_s;
    const QByteArray api = "/api/rooms/lobby/messages";
    for (const QString &technique : techniques) {
        const QByteArray body = R"({"text":"x","via":")" + technique.toLatin1() + R"("})";
        QTest::addRow("API via %s", qPrintable(technique)) << postRequest(0, api, body, "application/json") << technique;
    }
}

void TestLedger::sendsCountWhereTheyCameFrom()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, technique);
    RawClient client(m_host->port());
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_host->port());
    client.send(request.replace("127.0.0.1:0", host));
    const HttpAnswer answer = client.readAnswer().value_or(HttpAnswer());
    QVERIFY(answer.status == 200 || answer.status == 201);
    QTRY_COMPARE(counter(technique, u"sends"_s), 1);
    QTRY_COMPARE(counter(technique, u"bytesUp"_s), client.bytesSent());
    QTRY_COMPARE(counter(technique, u"bytesDown"_s), client.bytesReceived());
    QCOMPARE(counter(technique, u"requests"_s), 0);
    for (const QString &another : techniques) {
        if (another != technique)
            QCOMPARE(counter(another, u"sends"_s), 0);
    }
}

// The text format of Prometheus, version 0.0.4.
void TestLedger::metrics()
{
    QVERIFY(m_host->append("one") > 0);
    const HttpAnswer answer = m_host->get("/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "text/plain");
    QVERIFY(answer.body.endsWith('\n'));
    static const QRegularExpression comment(
        u"^# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|"
        "TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped))$"_s);
    static const QRegularExpression part(u"_(bucket|sum|count)$"_s); // of a histogram
    static const QRegularExpression sample(
        u"^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)*\\})? "
        "([-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf|NaN))( -?[0-9]+)?$"_s);
    QSet<QString> typed;
    QSet<QString> samples;
    const QStringList lines = QString::fromUtf8(answer.body).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#')) {
            const auto match = comment.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            if (!match.captured(2).isEmpty())
                typed.insert(match.captured(2));
            continue;
        }
        const auto match = sample.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        const QString name = match.captured(1);
        const bool isTyped = typed.contains(name) || typed.contains(QString(name).remove(part));
        QVERIFY2(isTyped, qPrintable(line)); // its TYPE comes before it
        const QString series = match.captured(1) + match.captured(2);
        QVERIFY2(!samples.contains(series), qPrintable(line));
        samples.insert(series);
    }
    for (const QString &technique : techniques)
        QVERIFY(answer.body.contains(QByteArray('"' + technique.toLatin1() + '"')));
}

// Restarted by the teacher, for requests that ask since then; the total counters go on.
void TestLedger::figuresBeginAnew()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    m_host = std::make_unique<TestHost>(options);
    const auto reset = [this](const QByteArray &fields) {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), "/api/class/reset-figures", "", "", fields));
        return client.readAnswer().value_or(HttpAnswer()).status;
    };
    const auto sinceReset = [this] { return m_host->get("/api/stats?since=reset").json(); };
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
    const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
    QCOMPARE(reset({}), 403);
    QCOMPARE(reset(key + "Origin: http://evil.example\r\n"), 403);
    QVERIFY(sinceReset()[u"since"_s].isNull());
    QCOMPARE(sinceReset()[u"techniques"_s][u"polling"_s][u"requests"_s].toInt(), 3);
    const QJsonObject before = m_host->get("/api/stats").json();

    QCOMPARE(reset(key), 200);
    const QJsonObject fresh = sinceReset();
    QVERIFY(fresh[u"since"_s].toDouble() >= before[u"now"_s].toDouble()
            && fresh[u"since"_s].toDouble() <= fresh[u"now"_s].toDouble());
    for (const QString &technique : techniques) {
        for (const QString &name : techniqueKeys)
            QCOMPARE(fresh[u"techniques"_s][technique][name].toInteger(-1),
                     name == u"members"_s ? before[u"techniques"_s][technique][name].toInteger() : 0);
    }
    QVERIFY(fresh[u"other"_s][u"requests"_s].toInt() < before[u"other"_s][u"requests"_s].toInt());
    QVERIFY(socket.answersPing());

    QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
    QCOMPARE(counter(u"polling"_s, u"requests"_s), 4);
    QVERIFY(m_host->get("/metrics").body.contains("pushlab_requests_total{technique=\"polling\"} 4\n"));
    const QJsonObject later = sinceReset();
    for (const QString &name : {u"requests"_s, u"empty"_s, u"bytesUp"_s, u"bytesDown"_s}) {
        const qint64 total = counter(u"polling"_s, name) - before[u"techniques"_s][u"polling"_s][name].toInteger();
        QVERIFY(total > 0);
        QCOMPARE(later[u"techniques"_s][u"polling"_s][name].toInteger(), total);
    }
    QCOMPARE(m_host->get("/api/stats?since=1").status, 400);
}

void TestLedger::figuresBeginAnewForTheWindow()
{
    server::HostSnapshot latest;
    connect(&m_host->host(), &server::Host::snapshotTaken, this, [&latest](const server::HostSnapshot &taken) { latest = taken; });
    QTRY_VERIFY(latest.now > 0);
    QCOMPARE(latest.resetAt, 0);
    m_host->host().resetFigures();
    QTRY_VERIFY(latest.resetAt > 0);
    QVERIFY(latest.resetAt <= latest.now);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestLedger)

#include "tst_ledger.moc"
