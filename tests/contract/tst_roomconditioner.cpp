// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! A slow network in one room only.
class TestRoomConditioner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysSoInThatRoomAlone();
    void requestsOfThatRoomWait_data();
    void requestsOfThatRoomWait();
    void connectionChangesRoom();
    void openConnectionsFollow();
    void webSocketOfThatRoomWaits();
    void standsInThePlaceOfTheGeneralOne();

private:
    //! Sets the conditions of the room "slow" and waits until they are in force.
    void slowDown(std::chrono::milliseconds delay)
    {
        m_host->change([delay](protocol::ClassSettings &settings) { settings.setConditioner({delay, 0ms, 0}, u"slow"_s); });
        const auto told = [this] { return m_host->get("/api/rooms/slow").json()[u"conditioner"_s][u"delay"_s].toInteger(0); };
        QTRY_COMPARE(told(), delay.count());
    }
    //! ms until \a client has received an answer.
    double timeOf(RawClient &client, const QByteArray &target)
    {
        QElapsedTimer clock;
        clock.start();
        return client.get(target) ? double(clock.nsecsElapsed()) / 1e6 : -1;
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

constexpr double atLeast = 398; // two delays of 200 ms, and what a timer may be early
constexpr double atMost = 200; // of what is not to be slow, on a busy machine

} // namespace

void TestRoomConditioner::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestRoomConditioner::saysSoInThatRoomAlone()
{
    slowDown(20ms);
    const QJsonObject expected{{u"delay"_s, 20}, {u"jitter"_s, 0}, {u"rate"_s, 0}};
    QVERIFY(!m_host->get("/api/rooms/lobby").json().contains(u"conditioner"_s));
    const QJsonObject stats = m_host->get("/api/stats").json();
    QVERIFY(!stats.contains(u"conditioner"_s));
    QCOMPARE(stats[u"rooms"_s].toObject(), (QJsonObject{{u"slow"_s, QJsonObject{{u"conditioner"_s, expected}}}}));
    RawWebSocket socket(m_host->port(), "/ws/chat/slow/?v=1&member=m");
    QCOMPARE(socket.readJson()[u"welcome"_s][u"conditioner"_s].toObject(), expected);
    RawWebSocket other(m_host->port(), "/ws/chat/lobby/?v=1&member=m");
    QVERIFY(!other.readJson()[u"welcome"_s].toObject().contains(u"conditioner"_s));
    server::HostSnapshot latest;
    connect(&m_host->host(), &server::Host::snapshotTaken, this, [&latest](const server::HostSnapshot &taken) { latest = taken; });
    QTRY_COMPARE(latest.settings.roomConditioners.value(u"slow"_s), (protocol::Conditioner{20ms, 0ms, 0}));
    QVERIFY(!latest.settings.conditioner.isOn());
    m_host->host().disconnect(this);
    slowDown(0ms);
    QVERIFY(!m_host->get("/api/stats").json().contains(u"rooms"_s));
}

void TestRoomConditioner::requestsOfThatRoomWait_data()
{
    QTest::addColumn<QByteArray>("slow");
    QTest::addColumn<QByteArray>("fast");
    QTest::newRow("API") << QByteArray("/api/rooms/slow/messages?after=0") << QByteArray("/api/rooms/lobby/messages?after=0");
    QTest::newRow("room") << QByteArray("/api/rooms/slow/") << QByteArray("/api/rooms/lobby");
    QTest::newRow("polling tutorial") << QByteArray("/get/msg/?index=0&room=slow") << QByteArray("/get/msg/?index=0");
    QTest::newRow("long polling tutorial") << QByteArray("/home/?name=tony&room=slow") << QByteArray("/home/?name=tony");
    QTest::newRow("page") << QByteArray("/web/slow/") << QByteArray("/web/lobby/");
}

void TestRoomConditioner::requestsOfThatRoomWait()
{
    QFETCH(QByteArray, slow);
    QFETCH(QByteArray, fast);
    slowDown(200ms);
    RawClient client(m_host->port());
    const double first = timeOf(client, slow);
    QVERIFY2(first >= atLeast / 2, QByteArray::number(first)); // its request came before its room was known
    const double second = timeOf(client, slow);
    QVERIFY2(second >= atLeast, QByteArray::number(second));
    RawClient other(m_host->port());
    for (int i = 0; i < 2; ++i) {
        const double time = timeOf(other, fast);
        QVERIFY2(time >= 0 && time < atMost, QByteArray::number(time));
    }
}

void TestRoomConditioner::connectionChangesRoom()
{
    slowDown(200ms);
    RawClient client(m_host->port());
    QVERIFY(timeOf(client, "/get/msg/?index=0") < atMost);
    QVERIFY(timeOf(client, "/get/msg/?index=0&room=slow") >= atLeast / 2);
    QVERIFY(timeOf(client, "/api/time") >= atLeast); // of no room: as before
    QVERIFY(timeOf(client, "/get/msg/?index=0") >= 0); // on its way to another room
    const double time = timeOf(client, "/get/msg/?index=0");
    QVERIFY2(time >= 0 && time < atMost, QByteArray::number(time));
}

void TestRoomConditioner::openConnectionsFollow()
{
    RawClient client(m_host->port());
    RawWebSocket socket(m_host->port(), "/ws/chat/slow/?v=1&member=m");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QVERIFY(timeOf(client, "/get/msg/?index=0&room=slow") < atMost);
    slowDown(200ms);
    QVERIFY(timeOf(client, "/get/msg/?index=0&room=slow") >= atLeast);
    QElapsedTimer clock;
    clock.start();
    socket.sendText(R"({"text":"hello"})");
    QVERIFY(!socket.readJson().isEmpty());
    QVERIFY(double(clock.nsecsElapsed()) / 1e6 >= atLeast);
    slowDown(0ms);
    QVERIFY(timeOf(client, "/get/msg/?index=0&room=slow") < atMost);
}

void TestRoomConditioner::webSocketOfThatRoomWaits()
{
    slowDown(200ms);
    RawWebSocket slow(m_host->port(), "/ws/chat/slow/?v=1&member=m");
    RawWebSocket fast(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(slow.readJson().contains(u"welcome"_s));
    QElapsedTimer clock;
    clock.start();
    fast.sendText(R"({"message":"hello"})");
    QCOMPARE(fast.readJson()[u"message"_s].toString(), u"hello"_s);
    QVERIFY(double(clock.nsecsElapsed()) / 1e6 < atMost);
    clock.restart();
    slow.sendText(R"({"text":"hello"})");
    QVERIFY(!slow.readJson().isEmpty());
    QVERIFY(double(clock.nsecsElapsed()) / 1e6 >= atLeast);
}

void TestRoomConditioner::standsInThePlaceOfTheGeneralOne()
{
    slowDown(1ms);
    m_host->change([](protocol::ClassSettings &settings) { settings.conditioner = {200ms, 0ms, 0}; });
    QTRY_VERIFY(m_host->get("/api/stats").json().contains(u"conditioner"_s));
    RawClient client(m_host->port());
    QVERIFY(timeOf(client, "/get/msg/?index=0") >= atLeast);
    QVERIFY(timeOf(client, "/get/msg/?index=0&room=slow") >= 0);
    const double time = timeOf(client, "/get/msg/?index=0&room=slow");
    QVERIFY2(time >= 2 && time < atMost, QByteArray::number(time));
    QCOMPARE(m_host->get("/api/rooms/slow").json()[u"conditioner"_s][u"delay"_s].toInteger(), 1);
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"conditioner"_s][u"delay"_s].toInteger(), 200);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestRoomConditioner)

#include "tst_roomconditioner.moc"
