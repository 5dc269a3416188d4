// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/joining.h"
#include "tests/support/rawclient.h"
#include "tests/support/rawwebsocket.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

server::HostOptions behindProxy(server::HostOptions options = {})
{
    options.trustedProxies = {{QHostAddress(u"127.0.0.0"_s), 8}};
    options.allowedHosts = {u"class.school.example"_s};
    return options;
}

QByteArray passedOnFor(const QByteArray &address)
{
    return "X-Forwarded-For: " + address + "\r\n";
}

constexpr char secureFields[] =
    "X-Forwarded-Host: class.school.example\r\nX-Forwarded-Proto: https\r\n"
    "Origin: https://class.school.example\r\n";

} // namespace

//! A trusted reverse proxy between members and host: its statements about clients are believed, those of others are not.
class TestTrustedProxies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void originIsTheForwardedHosts();
    void strangersAreNotBelieved();
    void foreignNamesAreRefused();
    void cookiesAreSecure();
    void webSocketsToo();
    void triesAreTheMembers();
    void connectionsAreTheMembers();
    void hops_data();
    void hops();
    void health();
};

void TestTrustedProxies::originIsTheForwardedHosts()
{
    const TestHost host(behindProxy());
    QCOMPARE(post(host, "/api/rooms/lobby/messages", R"({"text":"hello"})", secureFields).status, 201);
    QByteArray foreign(secureFields);
    foreign.replace("https://class", "https://evil");
    QCOMPARE(post(host, "/api/rooms/lobby/messages", R"({"text":"no"})", foreign).status, 403);
    foreign.replace("https://evil", "http://class"); // the page was not opened by TLS
    QCOMPARE(post(host, "/api/rooms/lobby/messages", R"({"text":"no"})", foreign).status, 403);
    QCOMPARE(host.texts(), QStringList{u"hello"_s});
}

void TestTrustedProxies::strangersAreNotBelieved()
{
    server::HostOptions options = withPin(true);
    options.trustedProxies = {{QHostAddress(u"10.0.0.1"_s), 32}};
    options.allowedHosts = {u"class.school.example"_s};
    const TestHost host(options);
    QCOMPARE(post(host, "/api/join", R"({"pin":"739152"})", secureFields).status, 403);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryPin(host, "000000", passedOnFor("192.0.2." + QByteArray::number(i))).status, 403);
    QCOMPARE(tryPin(host, "739152", passedOnFor("192.0.2.77")).status, 429);
    QVERIFY(!host.get("/", "X-Forwarded-Proto: https\r\n").field("set-cookie").contains("Secure"));
}

void TestTrustedProxies::foreignNamesAreRefused()
{
    const TestHost host(behindProxy());
    const HttpAnswer answer = host.get("/api/time", "X-Forwarded-Host: evil.example:99\r\n");
    QCOMPARE(answer.status, 421);
    const QString said = answer.json()[u"error"_s].toString();
    QVERIFY2(said.contains("\"evil.example\""_L1) && said.contains("--allow-host evil.example."_L1), qPrintable(said));
}

void TestTrustedProxies::cookiesAreSecure()
{
    const TestHost host(behindProxy(withPin()));
    QVERIFY(host.get("/", secureFields).field("set-cookie").contains("; Secure"));
    QVERIFY(!host.get("/").field("set-cookie").contains("Secure"));
}

void TestTrustedProxies::webSocketsToo()
{
    server::HostOptions options = behindProxy();
    options.teacherKey = "the-key-of-this-test-1";
    const TestHost host(options);
    RawWebSocket own(host.port(), "/ws/chat/lobby/", secureFields + passedOnFor("192.0.2.7"));
    QVERIFY2(own.isOpen(), qPrintable(own.fault()));
    const HttpAnswer members = host.get("/api/rooms/lobby/members", "Authorization: Bearer the-key-of-this-test-1\r\n");
    QCOMPARE(members.json()[u"members"_s][0][u"address"_s].toString(), u"192.0.2.7"_s);
    QByteArray foreign(secureFields);
    foreign.replace("https://class", "https://evil");
    QCOMPARE(RawWebSocket(host.port(), "/ws/chat/lobby/", foreign).handshake().status, 403);
}

void TestTrustedProxies::triesAreTheMembers()
{
    const TestHost host(behindProxy(withPin(true)));
    RawClient proxy(host.port()); // one connection, several members
    const auto tryAs = [&](const QByteArray &address, const QByteArray &pin) {
        proxy.send(postRequest(host.port(), "/api/join", "{\"pin\":\"" + pin + "\"}", "application/json", passedOnFor(address)));
        return proxy.readAnswer().value_or(HttpAnswer()).status;
    };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryAs("192.0.2.7", "000000"), 403);
    QCOMPARE(tryAs("192.0.2.7", "739152"), 429);
    QCOMPARE(tryAs("192.0.2.8", "739152"), 200);
}

void TestTrustedProxies::connectionsAreTheMembers()
{
    server::HostOptions options = behindProxy();
    options.maxConnectionsPerAddress = 2;
    options.limitLoopback = true;
    const TestHost host(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto ask = [&](const QByteArray &address) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        return clients.back()->get("/api/time", passedOnFor(address)).value_or(HttpAnswer()).status;
    };
    for (int member = 0; member < 4; ++member) {
        QCOMPARE(ask("192.0.2." + QByteArray::number(member)), 200);
        QCOMPARE(ask("192.0.2." + QByteArray::number(member)), 200);
    }
    QCOMPARE(ask("192.0.2.3"), 429);
    QCOMPARE(clients.front()->get("/api/time", passedOnFor("192.0.2.9")).value_or(HttpAnswer()).status, 200); // passed on for another
    QCOMPARE(ask("192.0.2.0"), 200); // this client has one connection fewer now
}

void TestTrustedProxies::hops_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *fields, const QString &address) { QTest::newRow(fields) << QByteArray(fields) << address; };
    row("X-Forwarded-For: 192.0.2.7\r\n", u"192.0.2.7"_s);
    row("X-Forwarded-For: 203.0.113.1, 192.0.2.7\r\n", u"192.0.2.7"_s);
    row("X-Forwarded-For: 203.0.113.1\r\nX-Forwarded-For: 192.0.2.7\r\n", u"192.0.2.7"_s);
    row("X-Forwarded-For: 192.0.2.7:4711\r\n", u"192.0.2.7"_s);
    row("X-Forwarded-For: 2001:db8::7\r\n", u"2001:db8::7"_s);
    row("X-Forwarded-For: [2001:DB8::7]:4711\r\n", u"2001:db8::7"_s);
    row("X-Forwarded-For: ::ffff:192.0.2.7\r\n", u"192.0.2.7"_s);
    row("X-Forwarded-For: unknown\r\n", u"127.0.0.1"_s);
    row("X-Forwarded-For: 7\r\n", u"127.0.0.1"_s);
    row("X-Forwarded-For: 192.0.2.7,\r\n", u"127.0.0.1"_s);
    row("", u"127.0.0.1"_s);
}

void TestTrustedProxies::hops()
{
    QFETCH(QByteArray, fields);
    server::HostOptions options = behindProxy();
    options.teacherKey = "the-key-of-this-test-1";
    const TestHost host(options);
    QCOMPARE(host.get("/get/msg/?index=0", fields).status, 200);
    const HttpAnswer members = host.get("/api/rooms/lobby/members", "Authorization: Bearer the-key-of-this-test-1\r\n");
    QTEST(members.json()[u"members"_s][0][u"address"_s].toString(), "address");
}

void TestTrustedProxies::health()
{
    const TestHost host(withPin());
    QCOMPARE(host.get("/api/health").body, QByteArray("{\"status\":\"ok\"}"));
    QCOMPARE(host.get("/api/health/").status, 200);
    const HttpAnswer head = host.head("/api/health");
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(host.get("/api/stats").json()[u"other"_s][u"requests"_s].toInt(), 3);
    RawClient client(host.port()); // as haproxy's check comes by itself
    client.send("OPTIONS /api/health HTTP/1.0\r\n\r\n");
    QVERIFY(client.readAnswer());
    RawClient bare(host.port());
    bare.send("GET /api/health HTTP/1.0\r\n\r\n");
    QCOMPARE(bare.readAnswer().value_or(HttpAnswer()).status, 200);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestTrustedProxies)

#include "tst_trustedproxies.moc"
