// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/clientlog.h"
#include "tests/support/fakehost.h"
#include "tests/support/resettingproxy.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;

//! A client that keeps changing its technique, also while the host breaks connections.
class TestChatClientSwitching final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void losesAndRepeatsNothing_data();
    void losesAndRepeatsNothing();
    void switchesDuringAHeldRequest();
    void switchesDuringABackOff();
};

void TestChatClientSwitching::losesAndRepeatsNothing_data()
{
    QTest::addColumn<bool>("throughProxy");
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U}) {
        QTest::addRow("direct %u", seed) << false << seed;
        QTest::addRow("with resets %u", seed) << true << seed;
    }
}

void TestChatClientSwitching::losesAndRepeatsNothing()
{
    QFETCH(bool, throughProxy);
    QFETCH(quint32, seed);
    constexpr int count = 600;
    tests::FakeHost host;
    tests::ResettingProxy proxy(quint16(host.url().port()), seed, 20'000);
    QRandomGenerator random(seed);
    ChatClient client({throughProxy ? proxy.url() : host.url(), u"lobby"_s, u"Mei"_s, Technique::WebSocket, {}, {}});
    tests::ClientLog log(client);
    client.start();

    int appended = 0;
    int sent = 0;
    QTimer traffic;
    connect(&traffic, &QTimer::timeout, this, [&] {
        if (appended < count / 2)
            host.append(u"theirs %1"_s.arg(appended++));
        if (sent < count / 2 && !client.send(u"own %1"_s.arg(sent)).isEmpty())
            ++sent;
    });
    traffic.start(2ms);
    QTimer switches;
    connect(&switches, &QTimer::timeout, this, [&] {
        QVERIFY(client.setTechnique(protocol::allTechniques[random.bounded(3U)]));
        client.retryNow();
        switches.setInterval(random.bounded(1, 30));
    });
    switches.start(1ms);
    QTRY_VERIFY_WITH_TIMEOUT(appended + sent == count, 60'000);
    if (throughProxy)
        QTRY_VERIFY_WITH_TIMEOUT(proxy.resets() >= 3, 60'000);
    switches.stop();
    proxy.stopResetting();
    client.retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(log.received.size(), count, 60'000);

    QVERIFY(log.isGapless(1));
    QVERIFY(log.gaps.isEmpty());
    QCOMPARE(host.log().size(), count);
    QTRY_COMPARE_WITH_TIMEOUT(log.confirmations, count / 2, 30'000);
    int own = 0;
    for (const session::Received &received : std::as_const(log.received)) {
        QCOMPARE(received.own, received.message.from == u"Mei");
        if (received.own)
            QCOMPARE(received.message.text, u"own %1"_s.arg(own++));
    }
    QCOMPARE(own, count / 2);
}

void TestChatClientSwitching::switchesDuringAHeldRequest()
{
    tests::FakeHost host;
    ChatClient client({host.url(), u"lobby"_s, u"Mei"_s, Technique::LongPolling, {}, {}});
    tests::ClientLog log(client);
    client.start();
    QTRY_COMPARE(host.held(), 1);
    QVERIFY(client.setTechnique(Technique::WebSocket));
    host.append(u"in between"_s); // the host may still answer the former request
    QTRY_COMPARE(log.received.size(), 1);
    QTRY_COMPARE(host.held(), 0);
    QVERIFY(client.setTechnique(Technique::LongPolling));
    QTRY_COMPARE(host.held(), 1);
    host.append(u"and again"_s);
    QTRY_COMPARE(log.received.size(), 2);
    QVERIFY(log.isGapless(1));
}

void TestChatClientSwitching::switchesDuringABackOff()
{
    tests::FakeHost host;
    host.close();
    ChatClient client({host.url(), u"lobby"_s, u"Mei"_s, Technique::LongPolling, {}, {}});
    client.start();
    QTRY_COMPARE(client.state().kind, session::ClientState::Kind::Retrying);
    QVERIFY(client.setTechnique(Technique::WebSocket));
    QCOMPARE(client.state().kind, session::ClientState::Kind::Retrying);
    QVERIFY(host.reopen());
    QTRY_COMPARE(client.state().kind, session::ClientState::Kind::Connected);
}

QTEST_GUILESS_MAIN(TestChatClientSwitching)
#include "tst_chatclientswitching.moc"
