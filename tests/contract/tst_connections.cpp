// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The guarantees of HTTP/1.1 about connections.
class TestConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void persistent();
    void persistentAfterEveryRoute();
    void byteByByte();
    void pipelinedInOrder();
    void pipelinedBehindAHeldRequest();
    void manyPipelined();
    void sameAgain();
    void sameHeadOtherBody();
    void sameAgainInTwoPieces();
    void chunkedBody_data();
    void chunkedBody();
    void expectContinue();
    void expectContinueWithTheBody();
    void emptyLineBeforeARequest();
    void absoluteForm();
    void hostNames_data();
    void hostNames();
    void http10();
    void http10KeepAlive();
    void connectionClose();
    void largestText();
    void stopsWithinTwoSeconds();

private:
    QByteArray get(const QByteArray &target, const QByteArray &fields = {}) const
    {
        return getRequest(m_host->port(), target, fields);
    }
    QByteArray postHead(const QByteArray &fields) const
    {
        return "POST /send_msg/ HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_host->port()) + "\r\n" + fields
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    }

    std::unique_ptr<TestHost> m_host;
};

void TestConnections::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestConnections::persistent()
{
    RawClient client(m_host->port());
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(client.get("/send/msg/?text=x").value_or(HttpAnswer()).body, "OK");
        const auto answer = client.get("/get/msg/?index=" + QByteArray::number(i));
        QVERIFY2(answer, qPrintable(client.fault()));
        QCOMPARE(answer->json()[u"index"_s].toInt(), i + 1);
        QVERIFY(answer->keepsConnection());
    }
}

void TestConnections::persistentAfterEveryRoute()
{
    RawClient client(m_host->port());
    for (const char *target : {"/", "/home/", "/home/?name=tony", "/web/", "/web/lobby/", "/static/jquery.min.js", "/send/msg/?text=x",
                               "/get_msg/?name=tony", "/api/time", "/api/stats", "/metrics", "/api/rooms/lobby", "/nothing/"}) {
        const auto answer = client.get(target);
        QVERIFY2(answer, target);
        QVERIFY2(answer->keepsConnection(), target);
    }
}

void TestConnections::byteByByte()
{
    RawClient client(m_host->port());
    client.sendByteByByte(get("/send/msg/?text=one"));
    client.sendByteByByte(postRequest(m_host->port(), "/send_msg/", "content=two"));
    client.sendByteByByte(get("/get/msg/?index=0"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, R"({"data":["one","two"],"index":2,"max_index":2})");
}

// RFC 9112 9.3.2
void TestConnections::pipelinedInOrder()
{
    RawClient client(m_host->port());
    client.send(get("/send/msg/?text=one") + postRequest(m_host->port(), "/send_msg/", "content=two") + get("/home/")
                + get("/nothing/") + get("/get/msg/?index=0") + get("/send/msg/"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).contentType(), "text/html");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 404);
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, R"({"data":["one","two"],"index":2,"max_index":2})");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 400);
    QVERIFY(client.survives());
}

void TestConnections::pipelinedBehindAHeldRequest()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient client(m_host->port());
    client.send(get("/get/msg/?index=0") + get("/get_msg/?name=tony") + get("/send/msg/?text=mine") + get("/get/msg/?index=0"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, R"({"data":[],"index":0,"max_index":0})");
    QVERIFY(client.staysSilent(200ms));
    QCOMPARE(m_host->texts(), QStringList()); // what comes behind a held request is not begun
    QCOMPARE(m_host->append("yours"), 1);
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, R"({"status":true,"data":"yours","msg":"yours"})");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, R"({"data":["yours","mine"],"index":2,"max_index":2})");
}

void TestConnections::manyPipelined()
{
    constexpr int count = 1000;
    RawClient client(m_host->port());
    QByteArray burst;
    for (int i = 0; i < count; ++i)
        burst += get("/send/msg/?text=" + QByteArray::number(i));
    QVERIFY(client.send(burst));
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    const QStringList texts = m_host->texts();
    QCOMPARE(texts.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(texts[i], QString::number(i));
}

// A connection recognises a repeated request, and answers it again.
void TestConnections::sameAgain()
{
    RawClient client(m_host->port());
    const QByteArray poll = get("/get/msg/?index=0");
    QCOMPARE(client.get("/home/?name=tony").value_or(HttpAnswer()).status, 200);
    for (int i = 1; i <= 3; ++i) {
        m_host->append(QByteArray::number(i));
        client.send(poll + poll + get("/get_msg/?name=tony"));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(client.readAnswer().value_or(HttpAnswer()).json()[u"index"_s].toInt(), i);
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).json()[u"msg"_s].toString(), QString::number(i));
    }
    const QByteArray held = get("/get_msg/?name=tony");
    for (int i = 4; i <= 6; ++i) {
        client.send(held);
        QVERIFY(client.staysSilent(20ms));
        m_host->append(QByteArray::number(i));
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).json()[u"msg"_s].toString(), QString::number(i));
    }
    const QByteArray long1 = get("/get/msg/?index=0", "X-Padding: " + QByteArray(2000, 'x') + "\r\n");
    client.send(long1 + long1 + poll.chopped(2) + "Connection: close\r\n\r\n" + poll);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).json()[u"index"_s].toInt(), 6);
    QVERIFY(client.waitForClose());
}

void TestConnections::sameHeadOtherBody()
{
    RawClient client(m_host->port());
    const QByteArray chunked = postHead("Transfer-Encoding: chunked\r\n");
    client.send(postRequest(m_host->port(), "/send_msg/", "content=one") + postRequest(m_host->port(), "/send_msg/", "content=two")
                + chunked + "b\r\ncontent=3rd\r\n0\r\n\r\n" + chunked + "b\r\ncontent=4th\r\n0\r\n\r\n");
    for (int i = 0; i < 4; ++i)
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QCOMPARE(m_host->texts(), QStringList({u"one"_s, u"two"_s, u"3rd"_s, u"4th"_s}));
    // An empty chunked body ends behind its last chunk.
    client.send(chunked + "0\r\n\r\n" + chunked + "0\r\n\r\n");
    for (int i = 0; i < 2; ++i)
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 400);
    QVERIFY(client.survives());
}

void TestConnections::sameAgainInTwoPieces()
{
    RawClient client(m_host->port());
    const QByteArray poll = get("/get/msg/?index=0");
    for (qsizetype cut = 1; cut < poll.size(); ++cut) {
        client.sendPieces({poll + poll.first(cut), poll.sliced(cut)});
        for (int i = 0; i < 2; ++i)
            QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
    }
    QVERIFY(client.survives());
}

void TestConnections::chunkedBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("one chunk") << QByteArray("b\r\ncontent=one\r\n0\r\n\r\n");
    QTest::newRow("several") << QByteArray("3\r\ncon\r\n5\r\ntent=\r\n3\r\none\r\n0\r\n\r\n");
    QTest::newRow("upper case and zeros") << QByteArray("00B\r\ncontent=one\r\n000\r\n\r\n");
    QTest::newRow("extensions") << QByteArray("b;name=value;other=\"q;x\"\r\ncontent=one\r\n0;last\r\n\r\n");
    QTest::newRow("trailers") << QByteArray("b\r\ncontent=one\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n");
}

void TestConnections::chunkedBody()
{
    QFETCH(QByteArray, body);
    const QByteArray request = postHead("Transfer-Encoding: chunked\r\n") + body;
    for (int pass = 0; pass < 2; ++pass) {
        RawClient client(m_host->port());
        if (pass == 0)
            client.send(request);
        else
            client.sendByteByByte(request);
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
        QVERIFY(client.survives());
    }
    QCOMPARE(m_host->texts(), (QStringList{u"one"_s, u"one"_s}));
}

// RFC 9110 10.1.1
void TestConnections::expectContinue()
{
    RawClient client(m_host->port());
    client.send(postHead("Content-Length: 11\r\nExpect: 100-continue\r\n"));
    const auto interim = client.readAnswer();
    QVERIFY2(interim, qPrintable(client.fault()));
    QCOMPARE(interim->status, 100);
    QVERIFY(client.staysSilent(50ms));
    client.send("content=one");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    QVERIFY(client.survives());
}

void TestConnections::expectContinueWithTheBody()
{
    RawClient client(m_host->port());
    client.send(postHead("Content-Length: 11\r\nExpect: 100-continue\r\n") + "content=one");
    HttpAnswer answer = client.readAnswer().value_or(HttpAnswer());
    if (answer.status == 100) // may be left out when the body is there
        answer = client.readAnswer().value_or(HttpAnswer());
    QCOMPARE(answer.body, "OK");
    QVERIFY(client.survives());
}

// RFC 9112 2.2: at least one empty line is ignored.
void TestConnections::emptyLineBeforeARequest()
{
    RawClient client(m_host->port());
    client.send("\r\n" + get("/api/time"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
    client.send("\r\n" + get("/api/time"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
}

// RFC 9112 3.2.2
void TestConnections::absoluteForm()
{
    QCOMPARE(m_host->get("http://127.0.0.1:" + QByteArray::number(m_host->port()) + "/send/msg/?text=one").body, "OK");
    QCOMPARE(m_host->texts(), QStringList{u"one"_s});
}

void TestConnections::hostNames_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
        QTest::newRow(name) << QByteArray(name);
}

void TestConnections::hostNames()
{
    QFETCH(QByteArray, name);
    const QByteArray host = name + ':' + QByteArray::number(m_host->port());
    for (const QByteArray &field : {host, name}) {
        RawClient client(m_host->port());
        client.send("GET /api/time HTTP/1.1\r\nhOSt:\t" + field + " \r\n\r\n");
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
    }
}

void TestConnections::http10()
{
    RawClient client(m_host->port());
    client.send(get("/send/msg/?text=one").replace("HTTP/1.1", "HTTP/1.0"));
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->body, "OK");
    QCOMPARE(answer->fieldCount("transfer-encoding"), 0);
    QVERIFY(client.waitForClose());
}

void TestConnections::http10KeepAlive()
{
    RawClient client(m_host->port());
    for (int i = 0; i < 3; ++i) {
        client.send(get("/send/msg/?text=x", "Connection: Keep-Alive\r\n").replace("HTTP/1.1", "HTTP/1.0"));
        const auto answer = client.readAnswer();
        QVERIFY2(answer, qPrintable(client.fault()));
        QCOMPARE(answer->body, "OK");
        // RFC 9112 9.3: an old client needs the field.
        QVERIFY(answer->fieldHasToken("connection", "keep-alive"));
        QCOMPARE(answer->fieldCount("transfer-encoding"), 0);
    }
}

void TestConnections::connectionClose()
{
    RawClient client(m_host->port());
    client.send(get("/send/msg/?text=one", "Connection: close\r\n") + get("/send/msg/?text=bad"));
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->body, "OK");
    QVERIFY(answer->fieldHasToken("connection", "close"));
    QVERIFY(client.waitForClose());
    QCOMPARE(m_host->texts(), QStringList{u"one"_s}); // RFC 9112 9.6: nothing after it is processed
}

void TestConnections::largestText()
{
    const QByteArray text(protocol::maxTextBytes, 'a');
    QCOMPARE(m_host->postForm("/send_msg/", "content=" + text).body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "content=" + QByteArray("%61").repeated(text.size())).body, "OK");
    QCOMPARE(m_host->append(text), 3);
    const QString expected = QString::fromLatin1(text);
    QCOMPARE(m_host->texts(), (QStringList{expected, expected, expected}));
}

void TestConnections::stopsWithinTwoSeconds()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient held(m_host->port());
    held.send(get("/get_msg/?name=tony"));
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/");
    RawClient idle(m_host->port());
    QVERIFY(idle.survives());
    QVERIFY(held.staysSilent(100ms));
    QElapsedTimer clock;
    clock.start();
    m_host->host().stop();
    QVERIFY2(clock.elapsed() < 2500, QByteArray::number(clock.elapsed()));
    QCOMPARE(held.readAnswer().value_or(HttpAnswer()).body, R"({"status":false,"data":null,"msg":""})");
    QCOMPARE(socket.readCloseCode().value_or(0), 1001);
    QVERIFY(idle.waitForClose());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestConnections)

#include "tst_connections.moc"
