// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/httpserver.h"
#include "tests/support/noobserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/requestof.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace pushlab::http;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const Peer local{QHostAddress(QHostAddress::LocalHost), u"127.0.0.1"_s};
const Peer remote{QHostAddress(u"192.168.7.5"_s), u"192.168.7.5"_s};

Handler answering(const QByteArray &name)
{
    return [name](const Call &call, Responder responder) {
        QByteArray body = name;
        for (const QByteArrayView argument : call.arguments)
            body.append('|').append(argument);
        responder.send(Response::text(body));
    };
}

void addRoutes(Router &router)
{
    router.add("GET", "/", Access::Anyone, answering("root"));
    router.add("GET", "/get/msg", Access::Anyone, answering("get"));
    router.add("POST", "/send/msg", Access::SameSite, answering("send"));
    router.add("GET", "/home", Access::SameSite, answering("home"));
    router.add("GET", "/admin", Access::Teacher, answering("admin"));
    router.add("GET", "/rooms/{}/messages", Access::Anyone, answering("read"));
    router.add("POST", "/rooms/{}/messages", Access::SameSite, answering("append"));
    router.add("GET", "/rooms/{}", Access::Anyone, answering("room"));
    router.add("GET", "/rooms/fixed", Access::Anyone, answering("fixed"));
    router.add("GET", "/{}/{}/both", Access::Anyone, answering("both"));
}

} // namespace

class TestRouter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void refuses_data();
    void refuses();
    void refusesWithAllow();
    void fallbackTakesGetAlone();
    void fallbackSaysWhatItTakes();
    void findsHandlers_data();
    void findsHandlers();
};

void TestRouter::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("isRemote");
    QTest::addColumn<int>("status"); // 0: a handler will see it

    const auto row = [](const char *name, const char *method, const char *target, int status, const char *fields = "",
                        bool isRemote = true) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(fields) << isRemote << status;
    };
    constexpr const char *cross = "Sec-Fetch-Site: cross-site\r\n";
    row("route", "GET", "/get/msg/", 0);
    row("HEAD of a GET route", "HEAD", "/get/msg/", 0);
    row("HEAD of a POST route", "HEAD", "/send/msg/", 405);
    row("GET of a POST route", "GET", "/send/msg/", 405);
    row("POST of a GET route", "POST", "/get/msg/", 405);
    row("PUT", "PUT", "/get/msg/", 405);
    row("OPTIONS", "OPTIONS", "/get/msg/", 204); // RFC 9110 9.3.7
    row("OPTIONS of a teacher's page", "OPTIONS", "/admin", 204, cross);
    row("OPTIONS, unknown path", "OPTIONS", "/nowhere", 404);
    row("unknown method", "BREW", "/get/msg/", 501);
    row("method in lower case", "get", "/get/msg/", 501); // RFC 9110 9.1: case-sensitive
    row("unknown method, unknown path", "BREW", "/nowhere", 501);
    row("unknown path", "GET", "/nowhere", 404);
    row("known method, unknown path", "PUT", "/nowhere", 404);
    row("asterisk", "OPTIONS", "*", 204);
    row("broken escape in an unknown path", "GET", "/%zz", 400);
    row("broken escape in a known path", "GET", "/rooms/%4/messages", 400);
    row("half an escape", "GET", "/nowhere%", 400);
    row("broken escape in a field that nobody reads", "GET", "/get/msg?a=%g0", 0);
    row("broken escape with OPTIONS", "OPTIONS", "/%zz", 400);
    row("escapes", "GET", "/rooms/%e8%AF%BE/messages?%25=%7F", 0);
    row("two slashes at the end", "GET", "/get/msg//", 404);
    row("path in upper case", "GET", "/GET/msg", 404);
    row("longer path", "GET", "/get/msg/more", 404);
    row("shorter path", "GET", "/get", 404);
    row("POST from another site", "POST", "/send/msg", 403, cross);
    row("POST from an unknown origin", "POST", "/send/msg", 403, "Origin: null\r\n");
    row("POST from here", "POST", "/send/msg", 0, "Origin: http://host:8000\r\n");
    row("GET that changes, from another site", "GET", "/home", 403, cross);
    row("HEAD changes nothing", "HEAD", "/home", 0, cross);
    row("GET that changes nothing", "GET", "/get/msg", 0, cross);
    row("teacher's page from another site", "GET", "/admin/", 403, cross);
    row("teacher's page from here", "GET", "/admin/", 0, "", false);
    row("wrong method says so to all", "POST", "/send/msg/x", 404, cross);
}

void TestRouter::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(bool, isRemote);
    QFETCH(int, status);
    Router router;
    addRoutes(router);
    const std::optional<Response> refusal = router.refusal(requestOf(method, target, fields), isRemote ? remote : local);
    QCOMPARE(refusal ? refusal->status : 0, status);
    if (refusal && status == 204)
        QVERIFY(refusal->body.isEmpty());
    else if (refusal)
        QVERIFY(!QJsonDocument::fromJson(refusal->body)[u"code"].toString().isEmpty());
}

void TestRouter::refusesWithAllow()
{
    Router router;
    addRoutes(router);
    // RFC 9110 15.5.6
    QCOMPARE(router.refusal(requestOf("PUT", "/get/msg"), local)->fields, QByteArray("Allow: GET, HEAD, OPTIONS\r\n"));
    QCOMPARE(router.refusal(requestOf("PUT", "/send/msg"), local)->fields, QByteArray("Allow: POST, OPTIONS\r\n"));
    QCOMPARE(router.refusal(requestOf("PUT", "/rooms/a/messages/"), local)->fields,
             QByteArray("Allow: GET, HEAD, POST, OPTIONS\r\n"));
    QCOMPARE(router.refusal(requestOf("OPTIONS", "/get/msg"), local)->fields, QByteArray("Allow: GET, HEAD, OPTIONS\r\n"));
    QVERIFY(router.refusal(requestOf("OPTIONS", "*"), local)->fields.startsWith("Allow: "));
}

void TestRouter::fallbackTakesGetAlone()
{
    Router router;
    addRoutes(router);
    router.setFallback(answering("fallback"));
    QVERIFY(!router.refusal(requestOf("GET", "/nowhere"), remote));
    QVERIFY(!router.refusal(requestOf("HEAD", "/nowhere"), remote));
    QCOMPARE(router.refusal(requestOf("POST", "/nowhere"), remote)->status, 404);
    QCOMPARE(router.refusal(requestOf("GET", "/send/msg"), remote)->status, 405); // a known path stays what it is
}

// RFC 9110 9.3.7, 15.5.6: a path that the fallback has is as good as a route.
void TestRouter::fallbackSaysWhatItTakes()
{
    Router router;
    addRoutes(router);
    router.setFallback(answering("fallback"), [](const Request &request) { return request.path() == "/page.html"; });
    const std::optional<Response> options = router.refusal(requestOf("OPTIONS", "/page.html"), remote);
    QCOMPARE(options->status, 204);
    QCOMPARE(options->fields, QByteArray("Allow: GET, HEAD, OPTIONS\r\n"));
    const std::optional<Response> post = router.refusal(requestOf("POST", "/page.html"), remote);
    QCOMPARE(post->status, 405);
    QCOMPARE(post->fields, QByteArray("Allow: GET, HEAD, OPTIONS\r\n"));
    QVERIFY(!router.refusal(requestOf("GET", "/page.html"), remote));
    QCOMPARE(router.refusal(requestOf("BREW", "/page.html"), remote)->status, 501);
    QCOMPARE(router.refusal(requestOf("OPTIONS", "/nowhere"), remote)->status, 404);
    router.setGuard([](const Call &, Access) { return std::optional(Response::error(403, "pin-needed", "No.")); });
    for (const char *path : {"/page.html", "/nowhere"}) // the answer does not reveal which of them exists
        QCOMPARE(router.refusal(requestOf("OPTIONS", path), remote)->status, 403);
}

void TestRouter::findsHandlers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *request, int status, const char *body) {
        QTest::newRow(request) << QByteArray(request) << status << QByteArray(body);
    };
    row("GET /", 200, "root");
    row("GET /?a=/b", 200, "root");
    row("GET /get/msg", 200, "get");
    row("GET /get/msg/", 200, "get");
    row("GET /get/msg/?index=0", 200, "get");
    row("POST /send/msg/", 200, "send");
    row("GET /rooms/a/messages", 200, "read|a");
    row("POST /rooms/a/messages/", 200, "append|a");
    row("GET /rooms/%E8%AF%BE%2F/", 200, "room|%E8%AF%BE%2F"); // decoding is the handler's
    row("GET /rooms/fixed", 200, "fixed"); // before the pattern that would fit, too
    row("GET /a/b/both/", 200, "both|a|b");
    row("GET /rooms//messages", 200, "read|"); // an empty name is for the handler to refuse
    row("GET /rooms", 200, "fallback");
    row("GET /rooms/a/b", 200, "fallback");
    row("GET /nowhere/", 200, "fallback");
    row("GET /%zz", 400, nullptr);
    row("OPTIONS /", 204, nullptr);
    row("OPTIONS *", 204, nullptr);
    row("HEAD /nowhere/", 200, "");
    row("HEAD /get/msg", 200, "");
    row("PUT /get/msg", 405, nullptr);
    row("BREW /get/msg", 501, nullptr);
    row("POST /nowhere", 404, nullptr);
}

void TestRouter::findsHandlers()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    NoObserver observer;
    HttpServer server({}, {}, observer);
    addRoutes(server.router());
    server.router().setFallback(answering("fallback"));
    QCOMPARE(server.listen(local.address, 0), QString());
    RawClient client(server.port());
    QVERIFY(client.send(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"));
    const std::optional<HttpAnswer> answer = client.readAnswer(request.startsWith("HEAD"));
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->fieldCount("content-length"), status == 204 ? 0 : 1); // RFC 9110 8.6
    if (status == 200)
        QCOMPARE(answer->body, body);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
