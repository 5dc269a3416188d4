// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n"; // what members cost is told to the teacher alone

server::HostOptions withKey()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    return options;
}

} // namespace

//! The purposes of bytes by the host's ledger, per technique and member, compared with what passed the test's own sockets.
class TestLedgerSplit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pipelinedPolls();
    void sendsWithABody_data();
    void sendsWithABody();
    void continueIsOverhead();
    void abortedLongPoll();
    void whatBecomesNoRequestIsNobodys_data();
    void whatBecomesNoRequestIsNobodys();
    void refusedRequestIsNobodys();
    void webSocketFrames();
    void closedByTheHost();
    void slowReaderOfAWebSocket();
    void switchOnOneConnection();
    void membersOnOneConnection();
    void conditioner_data();
    void conditioner();
    void segmentsAreCounted();
    void membersAreToldOnlyWhenAsked();

private:
    QJsonObject stats() const { return m_host->get("/api/stats?members=1", key).json(); }
    QJsonObject total(const QString &technique) const { return stats()[u"techniques"_s][technique].toObject(); }
    //! The usage of the member with that name by \a technique; empty when there is none.
    QJsonObject member(const QString &name, const QString &technique) const
    {
        const QJsonArray members = stats()[u"members"_s].toArray();
        for (const auto &each : members) {
            if (each[u"name"_s].toString() == name)
                return each[u"techniques"_s][technique].toObject();
        }
        return {};
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

const QString polling = u"polling"_s;
const QString longPolling = u"long-polling"_s;
const QString webSocket = u"websocket"_s;

QJsonObject split(qint64 payload, qint64 overhead, qint64 handshake = 0, qint64 history = 0)
{
    return {
        {u"payload"_s, payload}, {u"overhead"_s, overhead}, {u"handshake"_s, handshake}, {u"history"_s, history}, {u"control"_s, 0}};
}

QByteArray messagesTarget(const QByteArray &name, qint64 after, const QByteArray &wait = "0")
{
    return "/api/rooms/lobby/messages?member=" + name + "&name=" + name + "&after=" + QByteArray::number(after) + "&wait=" + wait;
}

QByteArray sendBody(const QByteArray &name)
{
    return R"({"text":"hello","via":"polling","from":")" + name + R"(","member":")" + name + "\"}";
}

} // namespace

void TestLedgerSplit::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>(withKey());
    QVERIFY(m_host->port() != 0);
}

void TestLedgerSplit::pipelinedPolls()
{
    QVERIFY(m_host->append("one") > 0);
    const QJsonObject before = total(polling);
    RawClient client(m_host->port());
    QByteArray requests;
    for (int i = 0; i < 5; ++i)
        requests += getRequest(m_host->port(), messagesTarget("ann", i < 2 ? 0 : 1));
    client.send(requests);
    qint64 bodies = 0;
    qint64 history = 0; // ann came when the message was there
    for (int i = 0; i < 5; ++i) {
        const QByteArray body = client.readAnswer().value_or(HttpAnswer()).body;
        bodies += body.size();
        history += body.indexOf(']') - body.indexOf('[') - 1;
    }
    QVERIFY(bodies > 0);
    QTRY_COMPARE(member(u"ann"_s, polling)[u"up"_s].toObject(), split(0, client.bytesSent()));
    const QJsonObject ann = member(u"ann"_s, polling);
    QCOMPARE(ann[u"down"_s].toObject(), split(bodies - history, client.bytesReceived() - bodies, 0, history));
    QCOMPARE(ann[u"bytesDown"_s].toInteger(), client.bytesReceived());
    QCOMPARE(ann[u"requests"_s].toInteger(), 5);
    QCOMPARE(ann[u"answers"_s].toInteger(), 5);
    QCOMPARE(ann[u"empty"_s].toInteger(), 3);
    QCOMPARE(ann[u"delivered"_s].toInteger(), 0);
    QCOMPARE(ann[u"history"_s].toInteger(), 2);
    QCOMPARE(ann[u"connections"_s].toInteger(), 1);
    const QJsonObject after = total(polling);
    for (const QString &key : {u"bytesUp"_s, u"bytesDown"_s, u"requests"_s, u"answers"_s, u"connections"_s})
        QCOMPARE(after[key].toInteger() - before[key].toInteger(), ann[key].toInteger());
}

void TestLedgerSplit::sendsWithABody_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("length") << false;
    QTest::newRow("chunks") << true;
}

void TestLedgerSplit::sendsWithABody()
{
    QFETCH(bool, isChunked);
    RawClient client(m_host->port());
    const QByteArray body = sendBody("bob");
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_host->port());
    QList<QByteArray> pieces{postRequest(m_host->port(), "/api/rooms/lobby/messages", body, "application/json")};
    if (isChunked) {
        pieces = {"POST /api/rooms/lobby/messages HTTP/1.1\r\nHost: " + host + "\r\nTransfer-Encoding: chunked\r\n\r\n"};
        for (qsizetype i = 0; i < body.size(); i += 7) {
            const QByteArray chunk = body.mid(i, 7);
            pieces << QByteArray::number(chunk.size(), 16) + ";x=y\r\n" << chunk + "\r\n";
        }
        pieces << "0\r\nTrailer: x\r\n\r\n";
    }
    client.sendPieces(pieces);
    const HttpAnswer answer = client.readAnswer().value_or(HttpAnswer());
    QCOMPARE(answer.status, 201);
    QTRY_COMPARE(member(u"bob"_s, polling)[u"up"_s].toObject(), split(body.size(), client.bytesSent() - body.size()));
    const QJsonObject bob = member(u"bob"_s, polling);
    QCOMPARE(bob[u"down"_s].toObject(), split(answer.body.size(), client.bytesReceived() - answer.body.size()));
    QCOMPARE(bob[u"sends"_s].toInteger(), 1);
    QCOMPARE(bob[u"requests"_s].toInteger(), 0);
    QCOMPARE(total(polling)[u"up"_s], bob[u"up"_s]);
    QCOMPARE(total(polling)[u"down"_s], bob[u"down"_s]);
}

void TestLedgerSplit::continueIsOverhead()
{
    RawClient client(m_host->port());
    const QByteArray body = sendBody("eve");
    const QByteArray request = postRequest(m_host->port(), "/api/rooms/lobby/messages", body, "application/json",
                                           "Expect: 100-continue\r\n");
    client.send(request.chopped(body.size()));
    constexpr qsizetype continueBytes = 25;
    QVERIFY(client.waitForBytes(continueBytes, patience));
    QVERIFY(client.buffer().startsWith("HTTP/1.1 100"));
    client.take(continueBytes);
    client.send(body);
    const HttpAnswer answer = client.readAnswer().value_or(HttpAnswer());
    QCOMPARE(answer.status, 201);
    QTRY_COMPARE(member(u"eve"_s, polling)[u"up"_s].toObject(), split(body.size(), client.bytesSent() - body.size()));
    QCOMPARE(member(u"eve"_s, polling)[u"down"_s].toObject(), split(answer.body.size(), client.bytesReceived() - answer.body.size()));
}

void TestLedgerSplit::abortedLongPoll()
{
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), messagesTarget("ann", 0, "20")));
    QTRY_COMPARE(member(u"ann"_s, longPolling)[u"requests"_s].toInteger(), 1);
    const qint64 sent = client.bytesSent();
    client.reset();
    QTRY_COMPARE(member(u"ann"_s, longPolling)[u"up"_s].toObject(), split(0, sent));
    const QJsonObject ann = member(u"ann"_s, longPolling);
    QCOMPARE(ann[u"down"_s].toObject(), split(0, 0));
    QCOMPARE(ann[u"answers"_s].toInteger(), 0);
    QCOMPARE(ann[u"connections"_s].toInteger(), 1);
    QCOMPARE(total(longPolling)[u"up"_s], ann[u"up"_s]);
}

void TestLedgerSplit::whatBecomesNoRequestIsNobodys_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("half a head") << QByteArray("GET /get/msg/?index=0 HTTP/1.1\r\nHo");
    QTest::newRow("half a body") << QByteArray("POST /send_msg/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\ncontent=");
    QTest::newRow("half a chunk") << QByteArray(
        "POST /send_msg/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
}

void TestLedgerSplit::whatBecomesNoRequestIsNobodys()
{
    QFETCH(QByteArray, rest);
    const auto otherUp = [this] { return stats()[u"other"_s][u"bytesUp"_s].toInteger(); };
    RawClient client(m_host->port());
    QVERIFY(client.get(messagesTarget("ann", 0)).has_value());
    const qint64 sent = client.bytesSent();
    const qint64 before = otherUp();
    const qint64 step = otherUp() - before; // what asking costs
    const qint64 start = otherUp();
    client.send(rest);
    QVERIFY(client.staysSilent(20ms));
    client.close();
    // Each reading of the figures costs the same.
    QTRY_COMPARE((otherUp() - start - rest.size()) % step, 0);
    QVERIFY(otherUp() - start >= rest.size());
    QCOMPARE(total(polling)[u"bytesUp"_s].toInteger(), sent);
    QCOMPARE(total(longPolling)[u"bytesUp"_s].toInteger(), 0);
}

void TestLedgerSplit::refusedRequestIsNobodys()
{
    RawClient client(m_host->port());
    QVERIFY(client.get(messagesTarget("ann", 0)).has_value());
    const qint64 sent = client.bytesSent();
    const qint64 received = client.bytesReceived();
    client.send("POST /send_msg/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999\r\n\r\n" + QByteArray(5000, 'x'));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 413);
    client.close();
    QCOMPARE(total(polling)[u"bytesUp"_s].toInteger(), sent);
    QCOMPARE(total(polling)[u"bytesDown"_s].toInteger(), received);
    QCOMPARE(total(longPolling)[u"bytesUp"_s].toInteger(), 0);
    QCOMPARE(total(longPolling)[u"bytesDown"_s].toInteger(), 0);
}

void TestLedgerSplit::webSocketFrames()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=ann&name=ann&v=1");
    QVERIFY(socket.isOpen());
    qint64 payload = socket.readMessage().value_or(Frame()).payload.size(); // the welcome
    const qint64 openingUp = socket.client().bytesSent();
    const qint64 openingDown = socket.handshake().size;
    const QByteArray text = R"({"text":"one","id":"i1"})";
    socket.sendFrame({textFrame, text.first(5), false});
    socket.sendFrame({pingFrame, "between"}); // RFC 6455 5.4
    socket.sendFrame({continuationFrame, text.sliced(5), true});
    for (int frames = 0; frames < 2; ++frames) // the message and its acknowledgement
        payload += socket.readMessage().value_or(Frame()).payload.size();
    const QByteArray large = R"({"id":"i2","text":")" + QByteArray(60'000, 'x') + '"' + QByteArray(6'000, ' ') + '}';
    socket.sendFrame({.opcode = textFrame, .payload = large, .length = Frame::Length::Eight});
    for (int frames = 0; frames < 2; ++frames)
        payload += socket.readMessage().value_or(Frame()).payload.size();
    const qint64 up = text.size() + large.size();
    QTRY_COMPARE(member(u"ann"_s, webSocket)[u"up"_s].toObject(), split(up, socket.client().bytesSent() - openingUp - up, openingUp));
    QCOMPARE(member(u"ann"_s, webSocket)[u"down"_s].toObject(),
             split(payload, socket.client().bytesReceived() - openingDown - payload, openingDown));
    socket.client().send(encodeClose(1000, "bye"));
    QVERIFY2(socket.readCloseCode() == 1000, qPrintable(socket.fault()));
    socket.client().close();
    QTRY_COMPARE(total(webSocket)[u"members"_s].toInteger(), 0);
    const QJsonObject ann = member(u"ann"_s, webSocket);
    QCOMPARE(ann[u"up"_s].toObject(), split(up, socket.client().bytesSent() - openingUp - up, openingUp));
    QCOMPARE(ann[u"down"_s].toObject(), split(payload, socket.client().bytesReceived() - openingDown - payload, openingDown));
    QCOMPARE(ann[u"sends"_s].toInteger(), 2);
    QCOMPARE(ann[u"delivered"_s].toInteger(), 2);
    QCOMPARE(ann[u"requests"_s].toInteger(), 1);
    QCOMPARE(ann[u"connections"_s].toInteger(), 1);
    for (const QString &key : {u"up"_s, u"down"_s, u"connections"_s, u"requests"_s, u"sends"_s})
        QCOMPARE(total(webSocket)[key], ann[key]);
}

// What the client sends after the host's Close is counted and divided, too.
void TestLedgerSplit::closedByTheHost()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=ann&name=ann");
    QVERIFY(socket.isOpen());
    const qint64 opening = socket.client().bytesSent();
    socket.sendFrame({binaryFrame, "xyz"}); // which a room does not take
    QCOMPARE(socket.readCloseCode().value_or(0), 1003);
    socket.sendText("late");
    socket.client().send(encodeClose(1003));
    QVERIFY(socket.client().waitForClose());
    const qint64 sent = socket.client().bytesSent();
    socket.client().close();
    QTRY_COMPARE(total(webSocket)[u"members"_s].toInteger(), 0);
    QCOMPARE(total(webSocket)[u"up"_s].toObject(), split(7, sent - opening - 7, opening));
    QCOMPARE(total(webSocket)[u"bytesDown"_s].toInteger(), socket.client().bytesReceived());
    QCOMPARE(total(webSocket)[u"down"_s][u"payload"_s].toInteger(), 0);
}

void TestLedgerSplit::slowReaderOfAWebSocket()
{
    RawWebSocket slow(m_host->port(), "/ws/chat/lobby/?after=0&member=ann&name=ann", {}, false, 4096);
    QVERIFY(slow.isOpen());
    const QByteArray text(50'000, 'x');
    constexpr int messages = 12; // more than the kernel holds for it, less than the host does
    for (int i = 1; i <= messages; ++i)
        QCOMPARE(m_host->append(text), i);
    const qint64 payload = qint64(text.size() + QByteArrayView(R"({"message":""})").size()) * messages;
    const QJsonObject half = member(u"ann"_s, webSocket)[u"down"_s].toObject();
    QVERIFY(half[u"payload"_s].toInteger() > 0 && half[u"payload"_s].toInteger() < payload);
    for (int i = 0; i < messages; ++i)
        QCOMPARE(slow.readMessage().value_or(Frame()).payload.size(), payload / messages);
    QTRY_COMPARE(member(u"ann"_s, webSocket)[u"down"_s].toObject(), split(payload, 4 * messages, slow.handshake().size));
}

void TestLedgerSplit::switchOnOneConnection()
{
    RawClient client(m_host->port());
    QVERIFY(client.get("/home/").has_value()); // a page: nobody's
    qint64 sent = client.bytesSent();
    const auto costOf = [&](const QString &technique) { return member(u"ann"_s, technique)[u"bytesUp"_s].toInteger(); };
    QVERIFY(client.get(messagesTarget("ann", 0)).has_value());
    QTRY_COMPARE(costOf(polling), client.bytesSent() - sent);
    sent = client.bytesSent();
    QVERIFY(client.get(messagesTarget("ann", 0, "0.05")).has_value());
    QTRY_COMPARE(costOf(longPolling), client.bytesSent() - sent);
    sent = client.bytesSent();
    client.send(handshakeRequest(m_host->port(), "/ws/chat/lobby/?after=0&member=ann&name=ann&v=1"));
    client.send(encodeFrame({pingFrame, "p"}));
    const qint64 received = client.bytesReceived();
    QVERIFY(client.waitForBytes(1, patience));
    QTRY_COMPARE(costOf(webSocket), client.bytesSent() - sent);
    QVERIFY(client.staysSilent(0ms) || client.bytesReceived() > received);
    for (const QString &technique : {polling, longPolling, webSocket}) {
        QCOMPARE(member(u"ann"_s, technique)[u"connections"_s].toInteger(), 1);
        QCOMPARE(total(technique)[u"bytesUp"_s].toInteger(), costOf(technique));
        QCOMPARE(total(technique)[u"connections"_s].toInteger(), 1);
    }
}

void TestLedgerSplit::membersOnOneConnection()
{
    RawClient client(m_host->port());
    qint64 ann = 0;
    qint64 bob = 0;
    for (int i = 0; i < 6; ++i) {
        qint64 &sum = i % 2 ? bob : ann;
        sum -= client.bytesSent();
        QVERIFY(client.get(messagesTarget(i % 2 ? "bob" : "ann", i)).has_value());
        sum += client.bytesSent();
    }
    QTRY_COMPARE(member(u"bob"_s, polling)[u"bytesUp"_s].toInteger(), bob);
    QCOMPARE(member(u"ann"_s, polling)[u"bytesUp"_s].toInteger(), ann);
    for (const QString &name : {u"ann"_s, u"bob"_s}) {
        QCOMPARE(member(name, polling)[u"requests"_s].toInteger(), 3);
        QCOMPARE(member(name, polling)[u"connections"_s].toInteger(), 1);
    }
    QCOMPARE(total(polling)[u"connections"_s].toInteger(), 1);
    QCOMPARE(total(polling)[u"bytesUp"_s].toInteger(), client.bytesSent());
}

void TestLedgerSplit::conditioner_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("answers are taken") << false;
    QTest::newRow("the reader goes while they are under way") << true;
}

void TestLedgerSplit::conditioner()
{
#ifndef Q_OS_UNIX
    QSKIP("The network conditioner does not work on this system");
#endif
    QFETCH(bool, isReset);
    server::HostOptions options = withKey();
    options.settings.conditioner.delay = 40ms;
    m_host = std::make_unique<TestHost>(options);
    RawClient client(m_host->port());
    const HttpAnswer answer = client.get(messagesTarget("ann", 0)).value_or(HttpAnswer());
    QCOMPARE(answer.status, 200);
    const qint64 received = client.bytesReceived();
    if (!isReset) {
        QTRY_COMPARE(member(u"ann"_s, polling)[u"down"_s].toObject(), split(answer.body.size(), received - answer.body.size()));
        QCOMPARE(member(u"ann"_s, polling)[u"up"_s].toObject(), split(0, client.bytesSent()));
        return;
    }
    const qint64 sent = client.bytesSent();
    client.send(getRequest(m_host->port(), messagesTarget("ann", 0)));
    QVERIFY(client.staysSilent(60ms)); // it has come, its answer is on its way back
    const qint64 both = client.bytesSent();
    QVERIFY(both > sent);
    client.reset();
    QTRY_COMPARE(member(u"ann"_s, polling)[u"requests"_s].toInteger(), 2);
    QTRY_COMPARE(member(u"ann"_s, polling)[u"down"_s].toObject(), split(answer.body.size(), received - answer.body.size()));
    QCOMPARE(member(u"ann"_s, polling)[u"bytesUp"_s].toInteger(), both);
}

void TestLedgerSplit::segmentsAreCounted()
{
#ifndef Q_OS_LINUX
    QSKIP("The system does not tell of segments");
#endif
    constexpr int exchanges = 20;
    {
        RawClient client(m_host->port());
        for (int i = 0; i < exchanges; ++i)
            QVERIFY(client.get(messagesTarget("ann", 0)).has_value());
    }
    QTRY_VERIFY(total(polling)[u"tcpIp"_s].isObject());
    QTRY_VERIFY(total(polling)[u"tcpIp"_s][u"segmentsUp"_s].toInteger() >= exchanges);
    const QJsonObject tcpIp = total(polling)[u"tcpIp"_s].toObject();
    QVERIFY(tcpIp[u"estimate"_s].toBool());
    QVERIFY(tcpIp[u"segmentsDown"_s].toInteger() >= exchanges);
    QVERIFY(tcpIp[u"segmentsUp"_s].toInteger() <= 3 * exchanges);
    const qint64 each = tcpIp[u"bytesUp"_s].toInteger() / tcpIp[u"segmentsUp"_s].toInteger();
    QVERIFY2(each == 40 || each == 52, QByteArray::number(each)); // IPv4, with or without time stamps
    QCOMPARE(member(u"ann"_s, polling)[u"tcpIp"_s].toObject(), tcpIp);
    QVERIFY(total(longPolling)[u"tcpIp"_s].isNull());

    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=bob&name=bob&v=1");
    QVERIFY(socket.isOpen());
    QTRY_VERIFY(member(u"bob"_s, webSocket)[u"tcpIp"_s][u"segmentsUp"_s].toInteger() >= 2); // while it is open
}

void TestLedgerSplit::membersAreToldOnlyWhenAsked()
{
    RawClient client(m_host->port());
    QVERIFY(client.get(messagesTarget("ann", 0)).has_value());
    QVERIFY(!m_host->get("/api/stats").body.contains("ann"));
    const HttpAnswer refused = m_host->get("/api/stats?members=1");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json()[u"code"_s].toString(), u"teacher-only"_s);
    const QByteArray body = m_host->get("/api/stats?members=1", key).body;
    QVERIFY(body.contains("\"name\":\"ann\""));
    QVERIFY(!body.contains("m:ann")); // what tells members apart is theirs
    QVERIFY(!m_host->get("/metrics").body.contains("ann"));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestLedgerSplit)

#include "tst_ledgersplit.moc"
