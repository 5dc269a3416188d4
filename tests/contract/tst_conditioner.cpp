// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The network conditioner, as clients of the three techniques experience it.
class TestConditioner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offSaysNothing();
    void isSaidWhereverItIsOn();
    void pollTakesTwoDelays();
    void openingAConnectionTakesTwoMore();
    void messageReachesALongPollAfterOneDelay();
    void messageReachesAWebSocketAfterOneDelay();
    void bothTechniquesWaitAlike();
    void jitterKeepsTheOrder();
    void rateBoundsAnswersAndRequests();
    void bytesAreExact();
    void addressesAreTheRealOnes();
    void changesUnderWay();
    void valuesAreClamped();
    void resetEndsAHeldRequest();
    void stopsWithinTwoSeconds();

private:
    void start(std::chrono::milliseconds delay, std::chrono::milliseconds jitter = 0ms, qint64 rate = 0);
    double elapsed() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    void compareAbout(double expected) const
    {
        QVERIFY2(elapsed() > expected - 2 && elapsed() < expected + 60, QByteArray::number(elapsed()));
    }
    static double now() { return double(QDateTime::currentMSecsSinceEpoch()); } // the host's clock, too

    std::unique_ptr<TestHost> m_host;
    QElapsedTimer m_clock;
};

void TestConditioner::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestConditioner::start(std::chrono::milliseconds delay, std::chrono::milliseconds jitter, qint64 rate)
{
    server::HostOptions options;
    options.settings.conditioner = {delay, jitter, rate};
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestConditioner::offSaysNothing()
{
    start(0ms);
    QVERIFY(!m_host->get("/api/rooms/lobby").json().contains(u"conditioner"_s));
    QVERIFY(!m_host->get("/api/stats").json().contains(u"conditioner"_s));
    QSignalSpy snapshots(&m_host->host(), &server::Host::snapshotTaken);
    QTRY_VERIFY(!snapshots.isEmpty());
    QVERIFY(!snapshots.last().first().value<server::HostSnapshot>().settings.conditioner.isOn());
    m_clock.start();
    QCOMPARE(m_host->get("/api/time").status, 200);
    compareAbout(0);
}

void TestConditioner::isSaidWhereverItIsOn()
{
    start(30ms, 5ms, 5'000'000);
    const QJsonObject expected{{u"delay"_s, 30}, {u"jitter"_s, 5}, {u"rate"_s, 5'000'000}};
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"conditioner"_s].toObject(), expected);
    QCOMPARE(m_host->get("/api/stats").json()[u"conditioner"_s].toObject(), expected);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=m");
    QCOMPARE(socket.readJson()[u"welcome"_s][u"conditioner"_s].toObject(), expected);
    QSignalSpy snapshots(&m_host->host(), &server::Host::snapshotTaken);
    QTRY_VERIFY(!snapshots.isEmpty());
    const auto snapshot = snapshots.last().first().value<server::HostSnapshot>();
    QCOMPARE(snapshot.settings.conditioner, (protocol::Conditioner{30ms, 5ms, 5'000'000}));
}

void TestConditioner::pollTakesTwoDelays()
{
    start(100ms);
    RawClient client(m_host->port());
    QVERIFY(client.get("/get/msg/?index=0"));
    for (int i = 0; i < 5; ++i) {
        m_clock.start();
        QVERIFY(client.get("/get/msg/?index=0"));
        compareAbout(200);
    }
}

void TestConditioner::openingAConnectionTakesTwoMore()
{
    start(100ms);
    m_clock.start();
    QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
    compareAbout(400);
}

void TestConditioner::messageReachesALongPollAfterOneDelay()
{
    start(100ms);
    RawClient reader(m_host->port());
    RawClient writer(m_host->port());
    QVERIFY(writer.get("/api/time"));
    reader.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20&member=m"));
    QVERIFY(reader.staysSilent(400ms));
    writer.send(getRequest(m_host->port(), "/send/msg/?text=one"));
    const HttpAnswer answer = reader.readAnswer().value_or(HttpAnswer());
    const double delay = now() - answer.json()[u"messages"_s][0][u"accepted"_s].toDouble();
    QVERIFY2(delay > 98 && delay < 160, QByteArray::number(delay));
}

void TestConditioner::messageReachesAWebSocketAfterOneDelay()
{
    start(100ms);
    RawWebSocket reader(m_host->port(), "/ws/chat/lobby/?v=1&member=a");
    RawWebSocket writer(m_host->port(), "/ws/chat/lobby/?v=1&member=b");
    QVERIFY(reader.isOpen() && writer.isOpen());
    QVERIFY(reader.readJson().contains(u"welcome"_s));
    QTest::qWait(150);
    for (int i = 0; i < 5; ++i) {
        m_clock.start();
        writer.sendText(R"({"text":"hello"})");
        const QJsonObject frame = reader.readJson();
        compareAbout(200); // to the host, to the reader
        const double delay = now() - frame[u"accepted"_s].toDouble();
        QVERIFY2(delay > 98 && delay < 160, QByteArray::number(delay));
    }
}

void TestConditioner::bothTechniquesWaitAlike()
{
    start(100ms);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=a");
    RawClient client(m_host->port());
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20&member=m"));
    QVERIFY(client.staysSilent(400ms));
    socket.sendText(R"({"text":"hello"})");
    m_clock.start();
    QVERIFY(!socket.readJson().isEmpty());
    const double atSocket = elapsed();
    QVERIFY(client.readAnswer().has_value());
    QVERIFY2(elapsed() - atSocket < 20, QByteArray::number(elapsed() - atSocket));
}

void TestConditioner::jitterKeepsTheOrder()
{
    constexpr int count = 300;
    start(60ms, 60ms);
    RawWebSocket reader(m_host->port(), "/ws/chat/lobby/");
    RawWebSocket writer(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(reader.isOpen() && writer.isOpen());
    for (int i = 0; i < count; ++i) {
        writer.sendText(R"({"message":")" + QByteArray::number(i) + R"("})");
        QTest::qSleep(1);
    }
    for (int i = 0; i < count; ++i)
        QCOMPARE(reader.readJson()[u"message"_s].toString(), QString::number(i));
}

void TestConditioner::rateBoundsAnswersAndRequests()
{
    start(0ms, 0ms, 1'000'000);
    const QByteArray text(50'000, 'a');
    RawClient client(m_host->port());
    m_clock.start();
    client.send(postRequest(m_host->port(), "/send_msg/", "content=" + text));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    compareAbout(400);
    client.send(postRequest(m_host->port(), "/send_msg/", "content=" + text));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "OK");
    m_clock.start();
    QVERIFY(client.get("/get/msg/?index=0").value_or(HttpAnswer()).body.size() > 100'000);
    compareAbout(800);
}

void TestConditioner::bytesAreExact()
{
    start(20ms, 10ms, 10'000'000);
    const auto counter = [this](const QString &name) {
        return m_host->get("/api/stats").json()[u"techniques"_s][u"websocket"_s][name].toInteger(-1);
    };
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=m");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    for (int i = 1; i <= 20; ++i) {
        socket.sendText(R"({"id":")" + QByteArray::number(i) + R"(","text":")" + QByteArray(i * 500, 'x') + R"("})");
        for (int frames = 0; frames < 2; ++frames) // the message and its acknowledgement
            QVERIFY(!socket.readJson().isEmpty());
    }
    QCOMPARE(counter(u"bytesUp"_s), socket.client().bytesSent());
    QCOMPARE(counter(u"bytesDown"_s), socket.client().bytesReceived());
    QCOMPARE(counter(u"delivered"_s), 20);
}

void TestConditioner::addressesAreTheRealOnes()
{
    start(5ms);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=m");
    QVERIFY(socket.isOpen());
    QSignalSpy snapshots(&m_host->host(), &server::Host::snapshotTaken);
    QTRY_VERIFY(!snapshots.isEmpty());
    const auto snapshot = snapshots.last().first().value<server::HostSnapshot>();
    QVERIFY(!snapshot.fromOtherMachine);
    QCOMPARE(snapshot.members.size(), 1);
    QCOMPARE(snapshot.members.constFirst().address, u"127.0.0.1"_s);
}

void TestConditioner::changesUnderWay()
{
    start(0ms);
    RawClient client(m_host->port());
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(client.get("/api/time"));
    QVERIFY(socket.isOpen());
    m_host->change([](protocol::ClassSettings &settings) { settings.conditioner = {100ms, 0ms, 0}; });
    QCOMPARE(m_host->host().settings().conditioner.delay, 100ms);
    QTRY_VERIFY(m_host->get("/api/rooms/lobby").json().contains(u"conditioner"_s));
    m_clock.start();
    QVERIFY(client.get("/get/msg/?index=0"));
    compareAbout(200);
    m_clock.start();
    socket.sendText(R"({"message":"one"})");
    QCOMPARE(socket.readMessage().value_or(Frame()).payload, R"({"message":"one"})");
    compareAbout(200);
    client.send(getRequest(m_host->port(), "/get/msg/?index=0"));
    m_host->change([](protocol::ClassSettings &settings) { settings.conditioner = {}; });
    QVERIFY(client.readAnswer());
    QTRY_VERIFY(!m_host->get("/api/rooms/lobby").json().contains(u"conditioner"_s));
    m_clock.start();
    QVERIFY(client.get("/get/msg/?index=0"));
    QVERIFY(socket.answersPing());
    compareAbout(0);
}

void TestConditioner::valuesAreClamped()
{
    start(0ms);
    m_host->change([](protocol::ClassSettings &settings) { settings.conditioner = {2h, -1ms, 7}; });
    QCOMPARE(m_host->host().settings().conditioner, (protocol::Conditioner{60s, 0ms, 1000}));
}

void TestConditioner::resetEndsAHeldRequest()
{
    start(50ms);
    {
        RawClient client(m_host->port());
        client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20&member=m"));
        QVERIFY(client.staysSilent(250ms));
        client.reset();
    }
    QSignalSpy snapshots(&m_host->host(), &server::Host::snapshotTaken);
    const auto connections = [&snapshots] {
        return snapshots.isEmpty() ? -1 : snapshots.last().first().value<server::HostSnapshot>().connections;
    };
    QTRY_COMPARE(connections(), 0);
    QCOMPARE(m_host->append("one"), 1);
}

void TestConditioner::stopsWithinTwoSeconds()
{
    start(1000ms);
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=20&member=m"));
    QVERIFY(held.staysSilent(3200ms));
    m_clock.start();
    m_host->host().stop();
    QVERIFY2(elapsed() < 2500, QByteArray::number(elapsed()));
    QCOMPARE(held.readAnswer().value_or(HttpAnswer()).status, 200);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestConditioner)

#include "tst_conditioner.moc"
