// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/clientlog.h"
#include "tests/support/fakehost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using session::Gap;
using Kind = session::ClientState::Kind;

//! The client's states, with faults of the host and settings of the teacher.
class TestChatClientState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_host = std::make_unique<tests::FakeHost>(); }
    void cleanup();
    void states_data() { techniques(); }
    void states();
    void retriesWithBackOff();
    void comesBack_data() { techniques(); }
    void comesBack();
    void cutAnswersLoseNothing_data();
    void cutAnswersLoseNothing();
    void asksAgainForWhatWasPassedOver_data() { techniques(); }
    void asksAgainForWhatWasPassedOver();
    void showsANewEpoch_data() { techniques(); }
    void showsANewEpoch();
    void showsATrimmedLog_data() { techniques(); }
    void showsATrimmedLog();
    void sendsWhatWasWrittenWhileAway_data() { techniques(); }
    void sendsWhatWasWrittenWhileAway();
    void followsTheClassTechnique();
    void followsTheHostsPace();
    void knowsOfASlowNetwork();
    void actsOnNothingOld_data();
    void actsOnNothingOld();
    void asksWhatHoldsInANewEpoch();
    void stopsInSilence();

private:
    void techniques();
    void join(Technique technique);
    void retryUntil(const std::function<bool()> &done);

    std::unique_ptr<tests::FakeHost> m_host;
    std::unique_ptr<ChatClient> m_client;
    std::unique_ptr<tests::ClientLog> m_log;
};

void TestChatClientState::cleanup()
{
    m_log.reset();
    m_client.reset();
    m_host.reset();
}

void TestChatClientState::techniques()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestChatClientState::join(Technique technique)
{
    m_client = std::make_unique<ChatClient>(session::ClientOptions{m_host->url(), u"lobby"_s, u"Mei"_s, technique, {}, {}});
    m_log = std::make_unique<tests::ClientLog>(*m_client);
    m_client->start();
}

void TestChatClientState::retryUntil(const std::function<bool()> &done)
{
    for (int i = 0; i < 200 && !done(); ++i) {
        QTest::qWait(50);
        m_client->retryNow();
    }
    QVERIFY(done());
}

void TestChatClientState::states()
{
    QFETCH(Technique, technique);
    join(technique);
    QCOMPARE(m_client->state().kind, Kind::Connecting);
    QVERIFY(!m_client->state().everConnected);
    switch (technique) {
    case Technique::Polling:
        QTRY_COMPARE(m_client->state().kind, Kind::Pausing);
        QVERIFY(m_client->state().until.remainingTime() <= 50);
        QVERIFY(m_log->states.contains(Kind::Waiting));
        break;
    case Technique::LongPolling:
        QTRY_COMPARE(m_client->state().kind, Kind::Waiting);
        QVERIFY(m_client->state().since.isValid());
        break;
    case Technique::WebSocket:
    case Technique::Sse:
        QTRY_COMPARE(m_client->state().kind, Kind::Connected);
        break;
    }
    QVERIFY(m_client->state().everConnected);
    m_client->stop();
    QCOMPARE(m_client->state().kind, Kind::Stopped);
    m_client->start();
    QTRY_VERIFY(m_log->states.constLast() != Kind::Connecting && m_log->states.constLast() != Kind::Stopped);
}

void TestChatClientState::retriesWithBackOff()
{
    m_host->close();
    join(Technique::WebSocket);
    QTRY_COMPARE(m_client->state().kind, Kind::Retrying);
    QVERIFY(!m_client->state().reason.isEmpty());
    QVERIFY(!m_client->state().everConnected);
    QVERIFY(m_client->state().until.remainingTime() > 500 && m_client->state().until.remainingTime() <= 1200);
    m_client->retryNow();
    QTRY_COMPARE(m_client->state().kind, Kind::Retrying);
    QVERIFY(m_client->state().until.remainingTime() > 1300 && m_client->state().until.remainingTime() <= 2400);
    QVERIFY(m_host->reopen());
    QTRY_COMPARE(m_client->state().kind, Kind::Connected); // by itself
}

void TestChatClientState::comesBack()
{
    QFETCH(Technique, technique);
    m_host->append(u"one"_s);
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 1);
    m_host->close();
    QTRY_COMPARE(m_client->state().kind, Kind::Retrying);
    QVERIFY(m_client->state().everConnected);
    m_host->append(u"two"_s);
    QVERIFY(m_host->reopen());
    QTRY_COMPARE(m_log->received.size(), 2);
    QVERIFY(m_log->isGapless(1));
    QVERIFY(m_log->gaps.isEmpty());
}

void TestChatClientState::cutAnswersLoseNothing_data()
{
    QTest::addColumn<Technique>("technique");
    QTest::newRow("polling") << Technique::Polling;
    QTest::newRow("long-polling") << Technique::LongPolling;
}

void TestChatClientState::cutAnswersLoseNothing()
{
    QFETCH(Technique, technique);
    for (int i = 0; i < 50; ++i)
        m_host->append(QString::number(i));
    m_host->script.cutAnswers = 6;
    join(technique);
    retryUntil([this] { return m_log->received.size() == 50; });
    QVERIFY(m_log->isGapless(1));
    QVERIFY(m_log->states.contains(Kind::Retrying));
}

void TestChatClientState::asksAgainForWhatWasPassedOver()
{
    QFETCH(Technique, technique);
    for (int i = 0; i < 5; ++i)
        m_host->append(QString::number(i));
    m_host->script.skipOne = true;
    join(technique);
    retryUntil([this] { return m_log->received.size() == 5; });
    QVERIFY(m_log->isGapless(1));
    QVERIFY(m_log->gaps.isEmpty());
    QVERIFY(m_log->states.contains(Kind::Retrying));
}

void TestChatClientState::showsANewEpoch()
{
    QFETCH(Technique, technique);
    for (int i = 0; i < 5; ++i)
        m_host->append(QString::number(i));
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 5);
    m_host->beginAnew(u"epoch-2"_s);
    m_host->append(u"of the new log"_s);
    retryUntil([this] { return m_log->received.size() == 6; });
    QCOMPARE(m_log->gaps, QList<Gap>({Gap{Gap::Kind::NewEpoch, 0}}));
    QCOMPARE(m_log->received.at(5).message.seq, 1);
    QCOMPARE(m_client->cursor(), 1);
}

void TestChatClientState::showsATrimmedLog()
{
    QFETCH(Technique, technique);
    m_host->append(u"one"_s);
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 1);
    m_client->stop();
    for (int i = 2; i <= 10; ++i)
        m_host->append(QString::number(i));
    m_host->trimTo(8);
    m_client->start();
    QTRY_COMPARE(m_log->received.size(), 4);
    QCOMPARE(m_log->gaps, QList<Gap>({Gap{Gap::Kind::Trimmed, 6}}));
    QCOMPARE(m_log->received.at(1).message.seq, 8);
}

void TestChatClientState::sendsWhatWasWrittenWhileAway()
{
    QFETCH(Technique, technique);
    m_host->close();
    join(technique);
    QTRY_COMPARE(m_client->state().kind, Kind::Retrying);
    for (int i = 0; i < 5; ++i)
        m_client->send(QString::number(i));
    QVERIFY(m_host->reopen());
    m_client->retryNow();
    QTRY_COMPARE(m_log->received.size(), 5);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_log->received.at(i).message.text, QString::number(i));
        QVERIFY(m_log->received.at(i).own);
    }
}

void TestChatClientState::followsTheClassTechnique()
{
    join(Technique::Polling);
    QTRY_COMPARE(m_client->state().kind, Kind::Pausing);
    QSignalSpy techniques(m_client.get(), &ChatClient::techniqueChanged);
    QSignalSpy classTechniques(m_client.get(), &ChatClient::classTechniqueChanged);
    protocol::ClassSettings settings = m_host->info.settings;
    settings.technique = Technique::WebSocket;
    m_host->setSettings(settings);
    QTRY_COMPARE(m_client->classTechnique(), std::optional(Technique::WebSocket));
    QCOMPARE(techniques.size(), 1);
    QTRY_COMPARE(m_client->state().kind, Kind::Connected);
    QVERIFY(!m_client->setTechnique(Technique::LongPolling));
    QVERIFY(m_client->setTechnique(Technique::WebSocket));
    settings.technique = std::nullopt;
    m_host->setSettings(settings);
    QTRY_COMPARE(classTechniques.size(), 2);
    QVERIFY(!m_client->classTechnique());
    QCOMPARE(m_client->technique(), Technique::WebSocket); // until the user chooses
    QVERIFY(m_client->setTechnique(Technique::LongPolling));
    QTRY_COMPARE(m_client->state().kind, Kind::Waiting);
    QCOMPARE(m_host->count("/rooms/lobby?"), 1); // nobody asked for it again
}

void TestChatClientState::followsTheHostsPace()
{
    join(Technique::Polling);
    QTRY_COMPARE(m_client->state().kind, Kind::Pausing);
    protocol::ClassSettings settings = m_host->info.settings;
    settings.pollInterval = 30s;
    m_host->setSettings(settings);
    QTRY_VERIFY(m_client->state().until.remainingTime() > 20'000); // with the next delivery
    QCOMPARE(m_host->count("/rooms/lobby?"), 1);
    QCOMPARE(m_client->counters(Technique::Polling).controlRequests, 1);
}

void TestChatClientState::knowsOfASlowNetwork()
{
    m_host->info.settings.conditioner = {150ms, 20ms, 64'000};
    join(Technique::Polling);
    QTRY_COMPARE(m_client->state().kind, Kind::Pausing);
    QCOMPARE(m_client->conditioner(), m_host->info.settings.conditioner);
    QSignalSpy changed(m_client.get(), &ChatClient::conditionerChanged);
    protocol::ClassSettings settings = m_host->info.settings;
    settings.conditioner = {};
    m_host->setSettings(settings);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!m_client->conditioner().isOn());
}

void TestChatClientState::actsOnNothingOld_data()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestChatClientState::actsOnNothingOld()
{
    QFETCH(Technique, technique);
    protocol::ClassSettings settings = m_host->info.settings;
    for (const Technique each : protocol::allTechniques) {
        settings.technique = each;
        m_host->setSettings(settings);
        m_host->append(u"message"_s);
    }
    settings.technique = std::nullopt;
    settings.conditioner = {150ms, 20ms, 64'000};
    m_host->setSettings(settings);
    join(technique);
    QSignalSpy techniques(m_client.get(), &ChatClient::techniqueChanged);
    QSignalSpy networks(m_client.get(), &ChatClient::conditionerChanged);
    const qsizetype count = protocol::allTechniques.size(); // of messages, each behind an order
    QTRY_COMPARE(m_log->received.size(), count);
    QTRY_COMPARE(m_client->cursor(), 2 * count + 1);
    QCOMPARE(m_client->conditioner(), settings.conditioner);
    QCOMPARE(techniques.size(), 0);
    m_host->resetConnections(); // it comes back to the end of the log
    settings.conditioner = {};
    m_host->setSettings(settings);
    QTRY_COMPARE(m_client->cursor(), 2 * count + 2);
    QVERIFY(!m_client->conditioner().isOn());
    QCOMPARE(techniques.size(), 0);
    QVERIFY(m_log->gaps.isEmpty());
}

void TestChatClientState::asksWhatHoldsInANewEpoch()
{
    join(Technique::Polling);
    QTRY_COMPARE(m_client->state().kind, Kind::Pausing);
    m_host->info.epoch = u"epoch-2"_s; // on the way, as when the storage fails
    m_host->info.settings.conditioner = {150ms, 20ms, 64'000};
    QTRY_COMPARE(m_client->conditioner(), m_host->info.settings.conditioner);
    QCOMPARE(m_log->gaps.size(), 1);
    QCOMPARE(m_host->count("/rooms/lobby?"), 2);
}

void TestChatClientState::stopsInSilence()
{
    join(Technique::WebSocket);
    QTRY_COMPARE(m_client->state().kind, Kind::Connected);
    m_client->stop();
    const qsizetype before = m_log->states.size();
    m_host->append(u"one"_s);
    QTest::qWait(100);
    QVERIFY(m_log->received.isEmpty());
    QCOMPARE(m_log->states.size(), before);
}

QTEST_GUILESS_MAIN(TestChatClientState)
#include "tst_chatclientstate.moc"
