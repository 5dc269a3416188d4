// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The limits of the host, and its answers beyond them.
class TestLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void closeCodeArrivesBeforeUnreadBytes_data();
    void closeCodeArrivesBeforeUnreadBytes();
    void handshakeWithALongField();
    void errorBehindAHead();
    void connections();
    void longestIdleGivesWay();
    void connectionsPerAddress();
    void aSchoolBehindOneAddress();
    void loopbackIsSparedByAddress();
    void membersInAllRooms();
    void foreignSitesOpenNoRooms_data();
    void foreignSitesOpenNoRooms();
    void stopsWithManyConnections();
    void abandonsInSilence();
};

void TestLimits::closeCodeArrivesBeforeUnreadBytes_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<int>("code");
    const QByteArray more = encodeFrame({textFrame, QByteArray(60'000, 'x')}).repeated(20);
    QTest::newRow("too long") << encodeFrame({binaryFrame, QByteArray(500 * 1024, 'x')}) << 1009;
    QTest::newRow("binary in a room") << encodeFrame({binaryFrame, "x"}) + more << 1003;
    QTest::newRow("unmasked") << encodeFrame({.payload = "x", .masked = false}) + more << 1002;
    QTest::newRow("reserved bit") << encodeFrame({.payload = "x", .rsv = 4}) + more << 1002;
    QTest::newRow("no UTF-8") << encodeFrame({textFrame, "\xff"}) + more << 1007;
}

// A socket closed with unread bytes is reset, and the Close frame may be lost.
void TestLimits::closeCodeArrivesBeforeUnreadBytes()
{
    QFETCH(QByteArray, frames);
    QFETCH(int, code);
    const TestHost host;
    RawWebSocket socket(host.port(), "/ws/chat/lobby/");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    QVERIFY(socket.client().sendDeaf(frames));
    QCOMPARE(socket.readCloseCode().value_or(0), code);
    QVERIFY(socket.client().waitForClose());
    QVERIFY(!socket.client().wasReset());
}

void TestLimits::handshakeWithALongField()
{
    const TestHost host;
    RawWebSocket socket(host.port(), "/ws/chat/lobby/", "Cookie: " + QByteArray(12'000, 'a') + "\r\n");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    QVERIFY(socket.answersPing());
}

// The answer to HEAD has no body, while the next answer has one.
void TestLimits::errorBehindAHead()
{
    const TestHost host;
    RawClient client(host.port());
    client.send(getRequest(host.port(), "/api/time").replace(0, 3, "HEAD") + "nonsense\r\n\r\n");
    QCOMPARE(client.readAnswer(true).value_or(HttpAnswer()).status, 200);
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, 400);
    QVERIFY(answer->json().contains(u"code"_s));
}

void TestLimits::connections()
{
    server::HostOptions options;
    options.maxConnections = 3;
    const TestHost host(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        QVERIFY(clients.back()->survives());
    }
    RawClient further(host.port());
    const auto answer = further.readAnswer(); // before it has asked for anything
    QVERIFY2(answer, qPrintable(further.fault()));
    QCOMPARE(answer->status, 503);
    QVERIFY(further.waitForClose());
    for (const auto &client : clients)
        QVERIFY(client->survives());
    further.close();
    clients.pop_back();
    bool isServed = false; // once is enough: the next comes while that one is still being closed
    QTRY_VERIFY(isServed = isServed || host.get("/api/time").status == 200);
}

// Only idle connections are closed, and only after a client found no room.
void TestLimits::longestIdleGivesWay()
{
    constexpr std::chrono::milliseconds longEnough = 5s + 1s; // and a sweep
    server::HostOptions options;
    options.maxConnections = 4;
    options.settings.hold = 30s;
    const TestHost host(options);
    RawWebSocket webSocket(host.port(), "/ws/chat/lobby/");
    QVERIFY2(webSocket.isOpen(), qPrintable(webSocket.fault()));
    RawClient held(host.port());
    QVERIFY(held.get("/home/?name=tony"));
    held.send(getRequest(host.port(), "/get_msg/?name=tony"));
    RawClient first(host.port());
    RawClient second(host.port());
    QVERIFY(first.survives());
    QVERIFY(first.staysSilent(50ms)); // more than the grain of the host's clock
    QVERIFY(second.survives());
    QVERIFY(first.staysSilent(longEnough));
    QVERIFY(second.staysSilent(0ms));

    QCOMPARE(host.get("/api/time").status, 503);
    QVERIFY(first.waitForClose());
    QVERIFY(second.survives());
    bool isServed = false; // also when the first keeps its side open
    QTRY_VERIFY(isServed = isServed || host.get("/api/time").status == 200);
    QVERIFY(held.staysSilent(0ms));
    QVERIFY(webSocket.answersPing());
}

void TestLimits::connectionsPerAddress()
{
    server::HostOptions options;
    options.maxConnectionsPerAddress = 2;
    options.limitLoopback = true;
    const TestHost host(options);
    RawClient one(host.port());
    QVERIFY(one.survives());
    RawWebSocket two(host.port(), "/ws/chat/lobby/"); // counts on when it is no longer HTTP's
    QVERIFY2(two.isOpen(), qPrintable(two.fault()));
    RawClient three(host.port());
    QCOMPARE(three.readAnswer().value_or(HttpAnswer()).status, 429);
    QVERIFY(three.waitForClose());
    QVERIFY(one.survives());
    QVERIFY(two.answersPing());
}

// 300 browsers with six connections each.
void TestLimits::aSchoolBehindOneAddress()
{
    constexpr int connections = 300 * 6;
    rlimit descriptors{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &descriptors), 0);
    if (descriptors.rlim_max < 3 * connections)
        QSKIP("Both ends of the connections need more descriptors than this system allows");
    descriptors.rlim_cur = descriptors.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &descriptors), 0);
    server::HostOptions options;
    options.limitLoopback = true;
    const TestHost host(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < connections; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        QCOMPARE(clients.back()->get("/api/time").value_or(HttpAnswer()).status, 200);
    }
    QVERIFY(clients.front()->survives());
}

void TestLimits::loopbackIsSparedByAddress()
{
    server::HostOptions options;
    options.maxConnectionsPerAddress = 2;
    const TestHost host(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(host.port()));
        QVERIFY(clients.back()->survives());
    }
}

// Names are easy to make up: beyond the limit of known members, further ones are served nevertheless.
void TestLimits::membersInAllRooms()
{
    constexpr int rooms = 6;
    constexpr int membersARoom = 18'000;
    const TestHost host;
    RawClient client(host.port());
    for (int room = 0; room < rooms; ++room) {
        for (int i = 0; i < membersARoom; i += 1000) {
            QByteArray burst;
            for (int j = i; j < i + 1000; ++j)
                burst += getRequest(host.port(),
                                    "/api/rooms/" + QByteArray::number(room) + "/messages?member=" + QByteArray::number(j));
            QVERIFY(client.send(burst));
            for (int j = 0; j < 1000; ++j)
                QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
        }
    }
    const auto polling = host.get("/api/stats").json()[u"techniques"_s][u"polling"_s];
    QCOMPARE(polling[u"requests"_s].toInt(), rooms * membersARoom);
    QVERIFY(polling[u"members"_s].toInt() <= protocol::maxMembers);
    QVERIFY(client.survives());
}

void TestLimits::foreignSitesOpenNoRooms_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("tutorial's poll") << QByteArray("/get/msg/?index=0&room=far");
    QTest::newRow("poll") << QByteArray("/api/rooms/far/messages?after=0");
    QTest::newRow("long poll") << QByteArray("/api/rooms/far/messages?after=0&wait=5");
    QTest::newRow("room") << QByteArray("/api/rooms/far");
}

// Each room lasts for minutes, and a held request takes a place: otherwise a page of another site could fill the host by reading.
void TestLimits::foreignSitesOpenNoRooms()
{
    QFETCH(QByteArray, target);
    const TestHost host;
    QCOMPARE(host.get(target, "Origin: http://evil.example\r\n").status, 403);
    QCOMPARE(host.get(target, "Sec-Fetch-Site: cross-site\r\n").status, 403);
}

void TestLimits::stopsWithManyConnections()
{
    constexpr int each = 100;
    TestHost host;
    std::vector<std::unique_ptr<RawClient>> held;
    std::vector<std::unique_ptr<RawWebSocket>> sockets;
    std::vector<std::unique_ptr<RawClient>> halves;
    for (int i = 0; i < each; ++i) {
        held.push_back(std::make_unique<RawClient>(host.port()));
        held.back()->send(getRequest(host.port(), "/api/rooms/lobby/messages?after=0&wait=55"));
        sockets.push_back(std::make_unique<RawWebSocket>(host.port(), "/ws/chat/lobby/"));
        QVERIFY(sockets.back()->isOpen());
        halves.push_back(std::make_unique<RawClient>(host.port()));
        halves.back()->send("GET /api/time HT");
    }
    QTRY_COMPARE(host.get("/api/stats").json()[u"techniques"_s][u"long-polling"_s][u"requests"_s].toInt(), each);
    QElapsedTimer clock;
    clock.start();
    host.host().stop();
    QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()));
    for (int i = 0; i < each; ++i) {
        QCOMPARE(held[size_t(i)]->readAnswer().value_or(HttpAnswer()).status, 200);
        QCOMPARE(sockets[size_t(i)]->readCloseCode().value_or(0), 1001);
        QVERIFY(halves[size_t(i)]->waitForClose());
    }
}

// The host closes the connection of a client that does not after its last answer, without logging anything.
void TestLimits::abandonsInSilence()
{
    const TestHost host;
    RawClient client(host.port());
    QVERIFY(client.send(getRequest(host.port(), "/api/time", "Connection: close\r\n")));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(!client.sendDeaf("x") || client.wasReset(), 10'000);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestLimits)

#include "tst_limits.moc"
