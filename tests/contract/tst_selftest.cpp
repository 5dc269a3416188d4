// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/meddlingproxy.h"
#include "tests/support/testhost.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using session::Obstacles;
using tests::MeddlingProxy;
using tests::TestHost;
using transport::Obstacle;
using Kind = session::ClientState::Kind;
using Habit = MeddlingProxy::Habit;

//! The native client behind proxies that do not let everything through.
class TestSelfTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void findsWhatIsKeptBack_data();
    void findsWhatIsKeptBack();
    void findsNothingWhereTheWayIsFree();
    void alsoWhereTheTechniqueIsSet();
    void choosesWhatPasses();
};

namespace {

server::HostOptions offeringAll()
{
    server::HostOptions options;
    options.settings.techniques = QList<Technique>(protocol::allTechniques.begin(), protocol::allTechniques.end());
    options.settings.pollInterval = protocol::minPollInterval;
    return options;
}

session::ClientOptions through(const MeddlingProxy &proxy, Technique technique)
{
    session::ClientOptions options;
    options.host = proxy.url();
    options.name = u"Mei"_s;
    options.technique = technique;
    options.testsTechniques = true;
    return options;
}

} // namespace

void TestSelfTest::findsWhatIsKeptBack_data()
{
    QTest::addColumn<Habit>("habit");
    QTest::addColumn<Technique>("technique");
    QTest::addColumn<Obstacle>("obstacle");
    QTest::newRow("no Upgrade") << Habit::StripsUpgrade << Technique::WebSocket << Obstacle::KeptBack;
    QTest::newRow("streams in one piece") << Habit::CollectsStreams << Technique::Sse << Obstacle::Collected;
    QTest::newRow("nothing is held") << Habit::AnswersItself << Technique::LongPolling << Obstacle::Cut;
}

void TestSelfTest::findsWhatIsKeptBack()
{
    QFETCH(const Habit, habit);
    QFETCH(const Technique, technique);
    QFETCH(const Obstacle, obstacle);
    TestHost host(offeringAll());
    const MeddlingProxy proxy(host.port(), habit);
    ChatClient client(through(proxy, technique));
    QSignalSpy found(&client, &ChatClient::obstaclesFound);
    client.start();
    QVERIFY(found.wait(20'000));
    QCOMPARE(client.obstacles(), (Obstacles{{technique, obstacle}}));
    QVERIFY(client.technique() != technique);
    QTRY_VERIFY(client.state().kind == Kind::Connected || client.state().kind == Kind::Pausing
                || client.state().kind == Kind::Waiting);
    client.send(u"hello"_s);
    QTRY_COMPARE(host.texts(), QStringList{u"hello"_s});
    client.stop();
}

void TestSelfTest::findsNothingWhereTheWayIsFree()
{
    const TestHost host(offeringAll());
    const MeddlingProxy proxy(host.port(), Habit::None);
    ChatClient client(through(proxy, Technique::Sse));
    QSignalSpy found(&client, &ChatClient::obstaclesFound);
    client.start();
    QVERIFY(!found.wait(3000));
    QVERIFY(client.obstacles().isEmpty());
    QCOMPARE(client.technique(), Technique::Sse);
    client.stop();
}

void TestSelfTest::alsoWhereTheTechniqueIsSet()
{
    server::HostOptions options = offeringAll();
    options.settings.technique = Technique::WebSocket;
    const TestHost host(options);
    const MeddlingProxy proxy(host.port(), Habit::StripsUpgrade);
    ChatClient client(through(proxy, Technique::Polling));
    QSignalSpy found(&client, &ChatClient::obstaclesFound);
    client.start();
    QVERIFY(found.wait(20'000));
    QCOMPARE(client.classTechnique(), std::optional(Technique::WebSocket));
    QVERIFY(client.technique() != Technique::WebSocket);
    QTRY_VERIFY(client.state().kind == Kind::Connected || client.state().kind == Kind::Pausing
                || client.state().kind == Kind::Waiting);
    client.stop();
}

void TestSelfTest::choosesWhatPasses()
{
    QNetworkAccessManager network;
    const session::SelfTest untried(network);
    QCOMPARE(untried.passable(Technique::Sse, {Technique::Polling}), Technique::Sse);
    QCOMPARE(untried.passable(Technique::WebSocket, {}), Technique::WebSocket);
}

QTEST_GUILESS_MAIN(TestSelfTest)
#include "tst_selftest.moc"
