// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badhttprows.h"
#include "tests/contract/badwebsocketrows.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! Bad input over raw sockets against a real host: each row is answered as expected and changes nothing, and the host goes on.
class TestBadInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void rowsAreEnough();
    void http_data();
    void http();
    void httpByteByByte_data() { http_data(); }
    void httpByteByByte();
    void headHasNoBody_data() { http_data(); }
    void headHasNoBody();
    void webSocket_data();
    void webSocket();
    void webSocketByteByByte_data() { webSocket_data(); }
    void webSocketByteByByte();
    void closesWithoutTheAnswer();
    void waitFor100IsNotAskedForWhatIsRefused();
    void disappearing_data();
    void disappearing();
    void pagesOpenFromAnywhere_data();
    void pagesOpenFromAnywhere();
    void echoTakesAnyOrigin();
    void ownOriginMaySend();
    void bystanderHeardNothing();
    void halfAHeaderTimesOut(); // last: its clock has run all the while

private:
    enum class Pace : quint8 { AtOnce, InPieces };
    void send(RawClient &client, const QByteArray &bytes, Pace pace);
    void checkHttp(Pace pace);
    void checkWebSocket(Pace pace);
    QByteArray filled(QByteArray bytes) const;

    std::unique_ptr<TestHost> m_host;
    std::unique_ptr<RawWebSocket> m_bystander; //!< sits in the room all the while
    std::unique_ptr<RawClient> m_late; //!< has sent half a header
    QElapsedTimer m_lateClock;
    QJsonObject m_log;
};

void TestBadInput::initTestCase()
{
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
    m_late = std::make_unique<RawClient>(m_host->port());
    QVERIFY(m_late->send("GET /send/msg/?text=bad HTTP/1.1\r\nHost: 127"));
    m_lateClock.start();
    QCOMPARE(m_host->get("/home/?name=guarded").status, 200);
    QCOMPARE(m_host->append("first"), 1);
    QCOMPARE(m_host->append("second"), 2);
    m_bystander = std::make_unique<RawWebSocket>(m_host->port(), roomSocket);
    QVERIFY2(m_bystander->isOpen(), qPrintable(m_bystander->fault()));
    m_log = m_host->log();
    QCOMPARE(m_log[u"messages"_s].toArray().size(), 2);
}

// After every row: the log is unchanged, a new connection is answered, and no member was told of it.
// If a row did change something, only that row fails: the next one starts from here.
void TestBadInput::cleanup()
{
    const QJsonObject before = std::exchange(m_log, m_host->log());
    const bool isSilent = m_bystander->staysSilent(0ms); // answers the host's pings, too
    QVERIFY(!m_log.isEmpty());
    QCOMPARE(m_log[u"messages"_s].toArray().size(), before[u"messages"_s].toArray().size());
    QCOMPARE(m_log, before);
    QVERIFY2(isSilent, qPrintable(m_bystander->fault()));
}

void TestBadInput::cleanupTestCase()
{
    m_bystander.reset();
    m_late.reset();
    m_host.reset();
}

void TestBadInput::rowsAreEnough()
{
    const QList<BadHttpRow> httpRows = allBadHttpRows();
    const QList<BadWebSocketRow> webSocketRows = allBadWebSocketRows();
    QVERIFY(httpRows.size() >= 75);
    QVERIFY(webSocketRows.size() >= 28);
    std::set<QByteArray> sent;
    for (const BadHttpRow &row : httpRows) {
        const bool isNew = sent.insert(row.bytes + row.mustCarry).second;
        QVERIFY2(isNew, row.name);
    }
    for (const BadWebSocketRow &row : webSocketRows) {
        const bool isNew = sent.insert(row.target + row.frames).second;
        QVERIFY2(isNew, row.name);
    }
}

void TestBadInput::http_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<int>("after");
    QTest::addColumn<QByteArray>("mustCarry");
    QTest::addColumn<QByteArray>("code");
    const QList<BadHttpRow> rows = allBadHttpRows();
    for (const BadHttpRow &row : rows) {
        QTest::addRow("%s: %s", row.section, row.name) << row.bytes << row.statuses << int(row.after) << row.mustCarry << row.code;
    }
}

void TestBadInput::http()
{
    checkHttp(Pace::AtOnce);
}

void TestBadInput::httpByteByByte()
{
    checkHttp(Pace::InPieces);
}

// RFC 9110 9.3.2: also when it is refused early.
void TestBadInput::headHasNoBody()
{
    QFETCH(QByteArray, bytes);
    if (!bytes.startsWith("GET ") && !bytes.startsWith("POST "))
        return; // its method is what is wrong
    bytes = "HEAD" + bytes.sliced(bytes.indexOf(' '));
    for (const Pace pace : {Pace::AtOnce, Pace::InPieces}) {
        RawClient client(m_host->port());
        send(client, filled(bytes), pace);
        const auto answer = client.readAnswer(true);
        QVERIFY2(answer, qPrintable(client.fault()));
        if (answer->keepsConnection())
            QVERIFY2(client.survives(), qPrintable(client.fault())); // a body would be taken for the next answer
        else
            QVERIFY(client.waitForClose());
    }
}

QByteArray TestBadInput::filled(QByteArray bytes) const
{
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_host->port());
    return bytes.replace("{host}", host);
}

// Long rows are sent in larger pieces, whose size does not match any boundary.
void TestBadInput::send(RawClient &client, const QByteArray &bytes, Pace pace)
{
    if (pace == Pace::AtOnce)
        client.send(bytes);
    else
        client.sendInPiecesOf(bytes.size() > 2048 ? 997 : 1, bytes);
}

void TestBadInput::checkHttp(Pace pace)
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, statuses);
    QFETCH(int, after);
    QFETCH(QByteArray, mustCarry);
    RawClient client(m_host->port());
    send(client, filled(bytes), pace);
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    const QByteArray shown = QByteArray::number(answer->status) + ' ' + answer->body;
    QVERIFY2(statuses.contains(answer->status), shown);

    QCOMPARE(answer->contentType(), "application/json");
    QVERIFY(!answer->json()[u"error"_s].toString().isEmpty());
    static const QRegularExpression codePattern(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    QVERIFY2(codePattern.match(answer->json()[u"code"_s].toString()).hasMatch(), answer->body);
    QVERIFY(answer->fieldCount("date") == 1);
    QVERIFY(answer->fieldCount("content-encoding") == 0);
    QFETCH(QByteArray, code);
    if (!code.isEmpty())
        QCOMPARE(answer->json()[u"code"_s].toString().toLatin1(), code);
    if (!mustCarry.isEmpty()) {
        const qsizetype colon = mustCarry.indexOf(": ");
        QVERIFY2(answer->fieldHasToken(mustCarry.first(colon), mustCarry.sliced(colon + 2)), mustCarry);
    }

    if (After(after) == After::Stays)
        QVERIFY(answer->keepsConnection());
    if (After(after) == After::Closes)
        QVERIFY(!answer->keepsConnection()); // RFC 9112 9.6
    if (answer->keepsConnection())
        QVERIFY2(client.survives(), qPrintable(client.fault()));
    else
        QVERIFY(client.waitForClose());
}

void TestBadInput::webSocket_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<int>("closeCode");
    QTest::addColumn<int>("errors");
    const QList<BadWebSocketRow> rows = allBadWebSocketRows();
    for (const BadWebSocketRow &row : rows)
        QTest::addRow("%s: %s", row.section, row.name) << row.target << row.frames << row.closeCode << row.errors;
}

void TestBadInput::webSocket()
{
    checkWebSocket(Pace::AtOnce);
}

void TestBadInput::webSocketByteByByte()
{
    checkWebSocket(Pace::InPieces);
}

void TestBadInput::checkWebSocket(Pace pace)
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, frames);
    QFETCH(int, closeCode);
    QFETCH(int, errors);
    RawWebSocket socket(m_host->port(), target);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    send(socket.client(), frames, pace);
    for (int i = 0; i < errors; ++i) {
        const QJsonObject error = socket.readJson();
        QVERIFY2(!error[u"error"_s].toString().isEmpty(), qPrintable(socket.fault()));
    }
    if (closeCode == 0) {
        QVERIFY2(socket.answersPing(), qPrintable(socket.fault()));
        return;
    }
    const auto code = socket.readCloseCode();
    QVERIFY2(code, qPrintable(socket.fault()));
    QCOMPARE(*code, closeCode);
    socket.client().send(encodeClose(quint16(closeCode)));
    QVERIFY(socket.client().waitForClose()); // RFC 6455 7.1.1: the server closes the TCP connection
}

// RFC 6455 7.1.7: the host does not wait for the answer of a peer that violates the protocol.
void TestBadInput::closesWithoutTheAnswer()
{
    RawWebSocket socket(m_host->port(), roomSocket);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendFrame({.payload = "bad", .masked = false});
    QCOMPARE(socket.readCloseCode().value_or(0), 1002);
    QVERIFY(socket.client().waitForClose(15s));
}

// RFC 9110 10.1.1: a final answer instead of 100; the body is not awaited.
void TestBadInput::waitFor100IsNotAskedForWhatIsRefused()
{
    RawClient client(m_host->port());
    client.send(filled(badRequest("POST", "/nothing/", "Content-Length: 1000\r\nExpect: 100-continue\r\n")));
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, 404);
}

void TestBadInput::disappearing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray open = handshakeRequest(0, roomSocket).replace("127.0.0.1:0", "{host}");
    const QByteArray frame = encodeFrame({textFrame, "{\"message\":\"bad\"}"});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a request line") << QByteArray("GET /send/msg/?te");
    QTest::newRow("half a header") << badRequest("GET", "/send/msg/?text=bad").chopped(2);
    QTest::newRow("half a body") << badBody("POST", "/send_msg/", formType, "content=bad").chopped(1);
    QTest::newRow("half a chunk") << badRequest("POST", "/send_msg/", "Transfer-Encoding: chunked\r\n", "b\r\ncontent=b");
    QTest::newRow("no last chunk") << badRequest("POST", "/send_msg/", "Transfer-Encoding: chunked\r\n", "b\r\ncontent=bad\r\n");
    QTest::newRow("half a handshake") << open.chopped(2);
    QTest::newRow("handshake alone") << open;
    QTest::newRow("half a frame header") << open + frame.first(1);
    QTest::newRow("half a frame") << open + frame.chopped(1);
    QTest::newRow("half a message") << open + encodeFrame({.payload = "{\"message\":", .fin = false});
    QTest::newRow("held request") << badRequest("GET", "/api/rooms/lobby/messages?after=2&wait=55");
    QTest::newRow("many requests, no reader") << badRequest("GET", "/get/msg/?index=0").repeated(500);
}

void TestBadInput::disappearing()
{
    QFETCH(QByteArray, bytes);
    for (int way = 0; way < 3; ++way) {
        RawClient client(m_host->port());
        client.send(filled(bytes));
        (void)client.waitForBytes(1, 30ms); // lets the host come to it
        if (way == 0)
            client.reset();
        else if (way == 1)
            client.close();
        else
            client.halfClose();
        QCOMPARE(m_host->log(), m_log);
    }
}

void TestBadInput::pagesOpenFromAnywhere_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/", "/home/", "/home/?name=visitor", "/lang/?uid=visitor", "/ab_b1/?name=visitor", "/ab_dy/",
                               "/echo/", "/handshake/", "/web/", "/web/lobby/"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

void TestBadInput::pagesOpenFromAnywhere()
{
    QFETCH(QByteArray, target);
    const HttpAnswer answer = m_host->get(target, "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "text/html");
}

void TestBadInput::echoTakesAnyOrigin()
{
    RawWebSocket socket(m_host->port(), echoSocket, "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendText("hello");
    const auto message = socket.readMessage();
    QVERIFY(message);
    QCOMPARE(message->payload, "hello");
}

// In a room of its own, because its messages do arrive.
void TestBadInput::ownOriginMaySend()
{
    const QByteArray own = filled("Origin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n");
    QCOMPARE(m_host->get("/send/msg/?text=one&room=own", own).body, "OK");
    RawWebSocket socket(m_host->port(), "/ws/chat/own/", own);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendText("{\"message\":\"two\"}");
    QVERIFY(socket.readMessage());
    QCOMPARE(m_host->texts("own"), (QStringList{u"one"_s, u"two"_s}));
}

void TestBadInput::bystanderHeardNothing()
{
    QVERIFY2(m_bystander->answersPing(), qPrintable(m_bystander->fault()));
    // Nothing was taken from the queue that other sites tried to read, either.
    QCOMPARE(m_host->get("/get_msg/?name=guarded").json()[u"data"_s].toString(), u"first"_s);
}

// RFC 9110 15.5.9. The contract states no duration: up to 30 s is accepted.
void TestBadInput::halfAHeaderTimesOut()
{
    const qint64 left = std::max<qint64>(1000, 30'000 - m_lateClock.elapsed());
    const auto answer = m_late->readAnswer(false, std::chrono::milliseconds(left));
    QVERIFY2(answer, qPrintable(m_late->fault()));
    QCOMPARE(answer->status, 408);
    QVERIFY(!answer->keepsConnection());
    QVERIFY(m_late->waitForClose());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestBadInput)

#include "tst_badinput.moc"
