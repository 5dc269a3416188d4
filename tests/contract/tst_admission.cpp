// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/joining.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! A host with a PIN admits nobody without it.
class TestAdmission final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void needsPin_data();
    void needsPin();
    void openWithoutPin_data();
    void openWithoutPin();
    void tokenGoesAnywhere_data();
    void tokenGoesAnywhere();
    void badTokens_data();
    void badTokens();
    void badJoins_data();
    void badJoins();
    void cookieIsStrict();
    void pagesAskForIt();
    void socketsNeedIt();
    void anotherPinSendsAllBack();
    void firstPinKeepsWhoIsIn();
    void firstPinKeepsTutorialReaders();
    void withoutPinAllIsOpen();

    void loopbackIsSpared();

    void teacherNeedsKey_data();
    void teacherNeedsKey();
    void teacherNeedsNoPin();

private:
    std::unique_ptr<TestHost> m_host;
    QByteArray m_token;
    QByteArray m_cookie;
};

void TestAdmission::initTestCase()
{
    m_host = std::make_unique<TestHost>(withPin());
    const HttpAnswer answer = tryPin(*m_host, "739152");
    QCOMPARE(answer.status, 200);
    m_token = answer.json()[u"token"_s].toString().toUtf8();
    QVERIFY(m_token.size() >= 22);
    m_cookie = cookieOf(answer, "pushlab-pass");
    QVERIFY(m_cookie.contains(m_token));
}

void TestAdmission::needsPin_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto get = [](const char *target) { QTest::newRow(target) << QByteArray("GET ") + target; };
    for (const char *target : {"/home/",
                               "/home/?name=x",
                               "/lang/?uid=x",
                               "/ab_b1/?name=x",
                               "/ab_dy/",
                               "/echo/",
                               "/web/",
                               "/web/lobby/",
                               "/send/msg/?text=x",
                               "/send/message/?text=x",
                               "/get/msg/?index=0",
                               "/get/message/?uid=x",
                               "/get_msg/?name=x",
                               "/api/rooms/lobby",
                               "/api/rooms/lobby/messages?after=0",
                               "/admin/",
                               "/nowhere",
                               "/api/rooms/lobby/messages?after=0&wait=5",
                               "/ws/echo/",
                               "/ws/chat/lobby/",
                               "/%2e%2e/"})
        get(target);
    QTest::newRow("post") << QByteArray("POST /send_msg/");
    QTest::newRow("post to the API") << QByteArray("POST /api/rooms/lobby/messages");
    QTest::newRow("Ajax check") << QByteArray("POST /ab_dy/");
    QTest::newRow("HEAD") << QByteArray("HEAD /get/msg/?index=0");
}

void TestAdmission::needsPin()
{
    QFETCH(QByteArray, request);
    const QByteArray method = request.split(' ').at(0);
    const QByteArray target = request.split(' ').at(1);
    const HttpAnswer answer = method == "POST" ? post(*m_host, target, "{\"text\":\"x\"}")
        : method == "HEAD"                     ? m_host->head(target)
                                               : m_host->get(target);
    QCOMPARE(answer.status, 403);
    if (method != "HEAD") {
        const QString code = answer.json()[u"code"_s].toString();
        QCOMPARE(code, target == "/admin/" ? u"key-needed"_s : u"pin-needed"_s);
    }
    QCOMPARE(m_host->get("/api/rooms/lobby", "Authorization: Bearer " + m_token + "\r\n").json()[u"next"_s].toInteger(), 0);
}

void TestAdmission::openWithoutPin_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/", "/about/", "/compare/", "/handshake/", "/static/jquery.min.js", "/api/join", "/api/time",
                               "/api/stats", "/api/theory", "/metrics"})
        QTest::newRow(target) << QByteArray(target);
}

void TestAdmission::openWithoutPin()
{
    QFETCH(QByteArray, target);
    const HttpAnswer answer = m_host->get(target);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.body.contains("739152"));
}

void TestAdmission::tokenGoesAnywhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("field") << QByteArray("/get/msg/?index=0") << QByteArray("Authorization: Bearer " + m_token + "\r\n");
    QTest::newRow("query") << QByteArray("/get/msg/?index=0&token=" + m_token) << QByteArray();
    QTest::newRow("cookie") << QByteArray("/get/msg/?index=0") << QByteArray("{cookie}");
    QTest::newRow("token before a stale cookie")
        << QByteArray("/get/msg/?index=0&token=" + m_token) << QByteArray("Cookie: pushlab-pass=old\r\n");
    const QByteArray jwt = "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJlIG9mIGEgcHJveHk\r\n";
    QTest::newRow("query beside a proxy's token") << QByteArray("/get/msg/?index=0&token=" + m_token) << jwt;
    QTest::newRow("cookie beside a proxy's token") << QByteArray("/get/msg/?index=0") << QByteArray(jwt + "{cookie}");
    QTest::newRow("field beside a proxy's token")
        << QByteArray("/get/msg/?index=0") << QByteArray(jwt + "Authorization: Bearer " + m_token + "\r\n");
    QTest::newRow("key") << QByteArray("/get/msg/?index=0") << QByteArray("Authorization: Bearer the-key-of-this-test-1\r\n");
}

void TestAdmission::tokenGoesAnywhere()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QCOMPARE(m_host->get(target, fields.replace("{cookie}", m_cookie)).status, 200);
}

void TestAdmission::badTokens_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray name = m_cookie.mid(8, m_cookie.indexOf('=') - 8);
    const auto row = [](const char *what, const QByteArray &target, const QByteArray &fields, int status = 403) {
        QTest::newRow(what) << target << fields << status;
    };
    const QByteArray get = "/get/msg/?index=0";
    row("wrong token", get, "Authorization: Bearer " + QByteArray(43, 'A') + "\r\n");
    row("the PIN", get, "Authorization: Bearer 739152\r\n");
    row("the PIN as token=", get + "&token=739152", {});
    row("empty token", get + "&token=", {});
    row("a proxy's token alone", get, "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln\r\n");
    row("Basic", get, "Authorization: Basic " + m_token + "\r\n");
    row("cut token", get, "Authorization: Bearer " + m_token.chopped(1) + "\r\n");
    row("longer token", get, "Authorization: Bearer " + m_token + "A\r\n");
    row("two places", get + "&token=" + m_token, "Authorization: Bearer " + m_token + "\r\n", 400);
    row("two fields", get, QByteArray("Authorization: Bearer " + m_token + "\r\n").repeated(2), 400);
    row("cookie without value", get, "Cookie: " + name + "\r\n");
    row("empty cookie", get, "Cookie: " + name + "=\r\n");
    row("malformed cookie", get, "Cookie: ;;=;" + name + ";=" + m_token + "\r\n");
    row("quoted cookie", get, "Cookie: " + name + "=\"" + m_token + "\"\r\n");
    row("cookie of another port", get, "Cookie: pushlab-pass-1=" + m_token + "\r\n");
    row("wrong token before a good cookie", get + "&token=abc", m_cookie);
    row("huge cookie", get, "Cookie: " + name + '=' + QByteArray(15'000, 'A') + "\r\n");
    row("over the header's limit", get, "Cookie: " + name + '=' + QByteArray(17'000, 'A') + "\r\n", 431);
}

void TestAdmission::badTokens()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    const HttpAnswer answer = m_host->get(target, fields);
    QTEST(answer.status, "status");
    QVERIFY(!answer.json()[u"error"_s].toString().isEmpty());
    QVERIFY(!answer.body.contains(m_token));
}

void TestAdmission::badJoins_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const auto row = [](const char *what, const QByteArray &body, int status, const char *fields = "") {
        QTest::newRow(what) << body << QByteArray(fields) << status;
    };
    row("empty", "", 400);
    row("no object", "[]", 400);
    row("cut", "{\"pin\":\"739152\"", 400);
    row("number", "{\"pin\":739152}", 400);
    row("null", "{\"pin\":null}", 400);
    row("no PIN", "{\"name\":\"Anna\"}", 400);
    row("wrong", "{\"pin\":\"000000\"}", 403);
    row("empty PIN", "{\"pin\":\"\"}", 403);
    row("shorter", "{\"pin\":\"73915\"}", 403);
    row("with a blank inside", "{\"pin\":\"739 152\"}", 403);
    row("with a NUL", "{\"pin\":\"739152\\u0000\"}", 403);
    row("full width, wrong", "{\"pin\":\"７３９１５３\"}", 403);
    row("other digits", "{\"pin\":\"٧٣٩١٥٢\"}", 403);
    row("full width", "{\"pin\":\"７３９１５２\"}", 200);
    row("blanks around it", "{\"pin\":\" 739152\u3000\"}", 200);
    row("full width, as a form", "pin=%EF%BC%97%EF%BC%93%EF%BC%99%EF%BC%91%EF%BC%95%EF%BC%92", 200);
    row("long", "{\"pin\":\"" + QByteArray(200'000, '7') + "\"}", 403);
    row("too long", "{\"pin\":\"" + QByteArray(300'000, '7') + "\"}", 413);
    row("another site", "{\"pin\":\"739152\"}", 403, "Origin: http://evil.example\r\n");
    row("right", "{\"pin\":\"739152\"}", 200);
    row("right, as a form", "pin=739152", 200);
}

void TestAdmission::badJoins()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);
    const HttpAnswer answer = post(*m_host, "/api/join", body, fields);
    QTEST(answer.status, "status");
    QCOMPARE(answer.json().contains(u"token"_s), answer.status == 200);
    QCOMPARE(cookieOf(answer, "pushlab-pass").isEmpty(), answer.status != 200);
}

void TestAdmission::cookieIsStrict()
{
    const HttpAnswer answer = tryPin(*m_host, "739152");
    const QByteArray cookie = answer.field("set-cookie");
    for (const char *part : {"; Path=/", "; HttpOnly", "; SameSite=Strict"})
        QVERIFY2(cookie.contains(part), cookie);
    QVERIFY2(!cookie.contains("Secure"), cookie); // a browser would not send it back without TLS
    QVERIFY(cookie.startsWith(QByteArray("pushlab-pass-" + QByteArray::number(m_host->port()) + '=')));
}

void TestAdmission::pagesAskForIt()
{
    const QByteArray browser = "Accept: text/html,application/xhtml+xml\r\n";
    const HttpAnswer page = m_host->get("/home/?name=x&room=y", browser);
    QCOMPARE(page.status, 403);
    QCOMPARE(page.contentType(), "text/html");
    QVERIFY(page.body.contains("\"needs\":\"pin\""));
    QCOMPARE(page.field("x-frame-options"), "DENY");
    QVERIFY(page.field("content-security-policy").contains("frame-ancestors 'none'"));
    QVERIFY(!cookieOf(page, "pushlab-visitor").isEmpty());
    QCOMPARE(m_host->get("/admin/", browser).status, 403);
    QVERIFY(m_host->get("/admin/", browser).body.contains("\"needs\":\"key\""));
    // jQuery and fetch receive what a script can parse.
    QCOMPARE(m_host->get("/get/msg/?index=0", "Accept: application/json, text/javascript, */*; q=0.01\r\n").contentType(),
             "application/json");
    QCOMPARE(m_host->get("/home/", browser + "Sec-Fetch-Mode: cors\r\n").contentType(), "application/json");
    QCOMPARE(m_host->get("/home/", browser + "X-Requested-With: XMLHttpRequest\r\n").contentType(), "application/json");
    QCOMPARE(m_host->get("/home/?name=x&room=y", browser + m_cookie).status, 200);
}

void TestAdmission::socketsNeedIt()
{
    for (const QByteArray path : {"/ws/echo/", "/ws/chat/lobby/", "/ws/chat/lobby/?v=1", "/ws/none/"}) {
        RawWebSocket socket(m_host->port(), path);
        QVERIFY(!socket.isOpen());
        QCOMPARE(socket.handshake().status, 403);
        QCOMPARE(socket.handshake().json()[u"code"_s].toString(), u"pin-needed"_s);
    }
    RawWebSocket byCookie(m_host->port(), "/ws/echo/", m_cookie);
    QVERIFY(byCookie.isOpen());
    RawWebSocket byField(m_host->port(), "/ws/echo/", "Authorization: Bearer " + m_token + "\r\n");
    QVERIFY(byField.isOpen());
    RawWebSocket byQuery(m_host->port(), "/ws/chat/lobby/?v=1&token=" + m_token);
    QVERIFY(byQuery.isOpen());
    QVERIFY(byQuery.readJson().contains(u"welcome"_s));
}

void TestAdmission::anotherPinSendsAllBack()
{
    TestHost host(withPin());
    const QByteArray token = tryPin(host, "739152").json()[u"token"_s].toString().toUtf8();
    const QByteArray field = "Authorization: Bearer " + token + "\r\n";
    const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
    RawWebSocket member(host.port(), "/ws/chat/lobby/", field);
    RawWebSocket teacher(host.port(), "/ws/chat/lobby/", key);
    QVERIFY(member.isOpen() && teacher.isOpen());
    RawClient held(host.port());
    held.send(getRequest(host.port(), "/api/rooms/lobby/messages?after=0&wait=50", field));
    QVERIFY(held.staysSilent(100ms));
    RawClient poller(host.port());
    QCOMPARE(poller.get("/get/msg/?index=0", field).value_or(HttpAnswer()).status, 200);
    host.host().setPin(u"000111"_s);
    QCOMPARE(member.readCloseCode().value_or(0), 1013);
    QVERIFY(held.readAnswer());
    QCOMPARE(poller.get("/get/msg/?index=0", field).value_or(HttpAnswer()).status, 403); // the same bytes, anew
    QVERIFY(teacher.answersPing());
    QCOMPARE(host.get("/get/msg/?index=0", field).json()[u"code"_s].toString(), u"bad-token"_s);
    QCOMPARE(tryPin(host, "739152").status, 403);
    QCOMPARE(tryPin(host, "000111").status, 200);
    host.host().setPin({});
    QTRY_COMPARE(host.get("/get/msg/?index=0").status, 200);
}

void TestAdmission::firstPinKeepsWhoIsIn()
{
    TestHost host;
    const QByteArray messages = "/api/rooms/lobby/messages?after=0&member=";
    QCOMPARE(host.get(messages + "anna").status, 200);
    RawWebSocket socket(host.port(), "/ws/chat/lobby/?member=bob&v=1");
    QVERIFY(socket.isOpen());
    RawClient held(host.port());
    held.send(getRequest(host.port(), messages + "chen&wait=50"));
    QVERIFY(held.staysSilent(100ms));
    host.host().setPin(u"739152"_s);
    QTRY_COMPARE(host.get(messages + "dora").status, 403); // a client that comes now
    QCOMPARE(host.get("/get/msg/?index=0").status, 403); // nobody without an id was in
    QCOMPARE(host.get(messages + "anna").status, 200);
    QCOMPARE(host.postJson("/api/rooms/lobby/messages", {{u"text"_s, u"x"_s}, {u"member"_s, u"anna"_s}}).status, 201);
    QCOMPARE(host.postJson("/api/rooms/lobby/messages", {{u"text"_s, u"x"_s}, {u"member"_s, u"dora"_s}}).status, 403);
    QCOMPARE(held.readAnswer().value_or(HttpAnswer()).status, 200);
    QVERIFY(socket.isOpen());
    QCOMPARE(host.get("/api/rooms/physics/messages?after=0&member=anna").status, 403); // is none of its members
    QCOMPARE(host.get("/admin/").status, 403);
    host.host().setPin(u"000111"_s);
    QTRY_COMPARE(host.get(messages + "anna").status, 403); // another one is for everybody
}

void TestAdmission::firstPinKeepsTutorialReaders()
{
    TestHost host;
    QCOMPARE(host.get("/get/msg/?index=0").status, 200);
    host.host().setPin(u"739152"_s);
    QTRY_COMPARE(host.get("/api/rooms/lobby/messages?after=0&member=dora").status, 403);
    QCOMPARE(host.get("/get/msg/?index=0").status, 200);
    QCOMPARE(host.get("/send/msg/?text=x").status, 200);
    QCOMPARE(host.get("/get/msg/?index=0&room=physics").status, 403);
}

void TestAdmission::withoutPinAllIsOpen()
{
    const TestHost host;
    QCOMPARE(host.get("/home/").status, 200);
    QVERIFY(host.get("/").field("set-cookie").isNull());
    QCOMPARE(tryPin(host, "anything").status, 200);
    QCOMPARE(host.get("/api/join").json()[u"pin"_s].toBool(true), false);
    QVERIFY(RawWebSocket(host.port(), "/ws/chat/lobby/").isOpen());
}

void TestAdmission::loopbackIsSpared()
{
    for (int i = 0; i < 60; ++i)
        QCOMPARE(tryPin(*m_host, "000000").status, 403);
    QCOMPARE(tryPin(*m_host, "739152").status, 200);
}

void TestAdmission::teacherNeedsKey_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray() << 403;
    QTest::newRow("key") << QByteArray("Authorization: Bearer the-key-of-this-test-1\r\n") << 200;
    QTest::newRow("wrong key") << QByteArray("Authorization: Bearer the-key-of-this-test-2\r\n") << 403;
    QTest::newRow("a member's token") << QByteArray("Authorization: Bearer " + m_token + "\r\n") << 403;
    QTest::newRow("a member's cookie") << m_cookie << 403;
    QTest::newRow("a member's pass as the teacher's") << QByteArray(m_cookie).replace("pushlab-pass", "pushlab-teacher") << 403;
    QTest::newRow("key from another site") << QByteArray(
        "Authorization: Bearer the-key-of-this-test-1\r\nOrigin: http://evil.example\r\n")
                                           << 403;
    const HttpAnswer entered = post(*m_host, "/api/teacher", "{\"key\":\"the-key-of-this-test-1\"}");
    QCOMPARE(entered.status, 200);
    QTest::newRow("teacher's cookie") << cookieOf(entered, "pushlab-teacher") << 200;
    QTest::newRow("teacher's cookie beside a proxy's token")
        << QByteArray("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln\r\n" + cookieOf(entered, "pushlab-teacher"))
        << 200;
}

void TestAdmission::teacherNeedsKey()
{
    QFETCH(QByteArray, fields);
    QTEST(m_host->get("/admin/", fields).status, "status");
}

void TestAdmission::teacherNeedsNoPin()
{
    const HttpAnswer entered = post(*m_host, "/api/teacher", "{\"key\":\"the-key-of-this-test-1\"}");
    const QByteArray cookie = cookieOf(entered, "pushlab-teacher");
    QCOMPARE(m_host->get("/web/lobby/", cookie).status, 200);
    QVERIFY(RawWebSocket(m_host->port(), "/ws/chat/lobby/", cookie).isOpen());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestAdmission)

#include "tst_admission.moc"
