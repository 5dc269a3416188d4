// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "client/session/delayreporter.h"
#include "server/protocol/limits.h"
#include "tests/support/clientlog.h"
#include "tests/support/fakehost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;

//! What a client receives and sends, by each technique.
class TestChatClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_host = std::make_unique<tests::FakeHost>(); }
    void cleanup();
    void takesWhatIsThereAndWhatComes_data() { techniques(); }
    void takesWhatIsThereAndWhatComes();
    void fromTheNextToCome_data() { techniques(); }
    void fromTheNextToCome();
    void delaysOfLiveMessagesOnly_data() { techniques(); }
    void delaysOfLiveMessagesOnly();
    void ownMessagesAreKnown_data() { techniques(); }
    void ownMessagesAreKnown();
    void othersOfTheSameNameAreNotOwn();
    void sendsInOrder_data() { techniques(); }
    void sendsInOrder();
    void sendsAgainUnderTheSameId_data() { techniques(); }
    void sendsAgainUnderTheSameId();
    void refusedMessageWaitsForRetry_data() { techniques(); }
    void refusedMessageWaitsForRetry();
    void refusesWhatItCannotSend();
    void countsByTechnique();
    void countsWhatCameTwice_data() { techniques(); }
    void countsWhatCameTwice();
    void whatWasMissedForLongIsHistory();

private:
    void techniques();
    void join(Technique technique, bool fromStart = true);

    std::unique_ptr<tests::FakeHost> m_host;
    std::unique_ptr<ChatClient> m_client;
    std::unique_ptr<tests::ClientLog> m_log;
};

void TestChatClient::cleanup()
{
    m_log.reset();
    m_client.reset();
    m_host.reset();
}

void TestChatClient::techniques()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestChatClient::join(Technique technique, bool fromStart)
{
    session::ClientOptions options{m_host->url(), u"lobby"_s, u"Mei"_s, technique, {}, {}, fromStart};
    m_client = std::make_unique<ChatClient>(options);
    m_log = std::make_unique<tests::ClientLog>(*m_client);
    m_client->start();
}

void TestChatClient::takesWhatIsThereAndWhatComes()
{
    QFETCH(Technique, technique);
    for (int i = 0; i < 10; ++i)
        m_host->append(QString::number(i));
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 10);
    for (int i = 10; i < 30; ++i)
        m_host->append(QString::number(i));
    QTRY_COMPARE(m_log->received.size(), 30);
    QVERIFY(m_log->isGapless(1));
    QCOMPARE(m_client->cursor(), 30);
    QVERIFY(m_log->gaps.isEmpty());
    for (const session::Received &received : std::as_const(m_log->received)) {
        QCOMPARE(received.technique, technique);
        QVERIFY(!received.own);
    }
}

void TestChatClient::fromTheNextToCome()
{
    QFETCH(Technique, technique);
    m_host->append(u"old"_s);
    join(technique, false);
    QTRY_VERIFY(m_client->counters(technique).requests > 0 && m_client->state().everConnected);
    m_host->append(u"new"_s);
    QTRY_COMPARE(m_log->received.size(), 1);
    QCOMPARE(m_log->received.at(0).message.text, u"new");
}

void TestChatClient::delaysOfLiveMessagesOnly()
{
    QFETCH(Technique, technique);
    m_host->append(u"old"_s);
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 1);
    QVERIFY(!m_log->received.at(0).delay);
    m_host->append(u"new"_s);
    QTRY_COMPARE(m_log->received.size(), 2);
    const double delay = m_log->received.at(1).delay.value();
    QVERIFY2(delay >= 0 && delay < 1000, qPrintable(QString::number(delay)));
    QCOMPARE(m_client->counters(technique).delays.count(), 1);
    QVERIFY(std::abs(session::toMilliseconds(m_client->counters(technique).delays.max()) - delay) < 0.001);
}

void TestChatClient::ownMessagesAreKnown()
{
    QFETCH(Technique, technique);
    join(technique);
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(m_client->send(u"the same words"_s));
    QTRY_COMPARE(m_log->received.size(), 20);
    QTRY_COMPARE(m_log->confirmed.size(), 20);
    for (int i = 0; i < 20; ++i) {
        const session::Received &received = m_log->received.at(i);
        QVERIFY(received.own);
        QCOMPARE(received.id, ids.at(i));
        QCOMPARE(m_log->confirmed.value(ids.at(i)), received.message.seq);
        QCOMPARE(received.message.via.value(), technique);
    }
}

void TestChatClient::othersOfTheSameNameAreNotOwn()
{
    join(Technique::WebSocket);
    m_host->append(u"hello"_s, u"Mei"_s);
    m_client->send(u"hello"_s);
    m_host->append(u"hello"_s, u"Mei"_s);
    QTRY_COMPARE(m_log->received.size(), 3);
    int own = 0;
    for (const session::Received &received : std::as_const(m_log->received))
        own += received.own ? 1 : 0;
    QCOMPARE(own, 1);
}

void TestChatClient::sendsInOrder()
{
    QFETCH(Technique, technique);
    join(technique);
    for (int i = 0; i < 200; ++i)
        QVERIFY(!m_client->send(QString::number(i)).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_log->received.size(), 200, 20'000);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(m_log->received.at(i).message.text, QString::number(i));
    QCOMPARE(m_host->posts.size(), 200);
}

void TestChatClient::sendsAgainUnderTheSameId()
{
    QFETCH(Technique, technique);
    m_host->append(u"first"_s);
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 1);
    m_host->script.cutSends = 5;
    const QString id = m_client->send(u"once"_s);
    m_client->send(u"and then"_s);
    for (int i = 0; i < 10 && m_log->confirmed.size() < 2; ++i) {
        QTest::qWait(100);
        m_client->retryNow();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_log->confirmed.size(), 2, 20'000);
    QTRY_COMPARE(m_log->received.size(), 3);
    QVERIFY(m_host->posts.size() > 2);
    QCOMPARE(m_host->posts.at(1).id, id);
    QCOMPARE(m_log->received.at(1).id, id);
    QVERIFY(m_log->isGapless(1));
    QCOMPARE(m_log->received.at(2).message.text, u"and then");
}

void TestChatClient::refusedMessageWaitsForRetry()
{
    QFETCH(Technique, technique);
    m_host->script.failSends = 1;
    m_host->script.sendStatus = 403;
    join(technique);
    const QString id = m_client->send(u"hello"_s);
    QTRY_COMPARE(m_log->rejected.value(id), u"refused as told");
    m_client->send(u"the next"_s);
    QTRY_COMPARE(m_log->received.size(), 1);
    QCOMPARE(m_log->received.at(0).message.text, u"the next");
    m_client->retry(id);
    QTRY_COMPARE(m_log->received.size(), 2);
    QCOMPARE(m_log->received.at(1).id, id);
}

void TestChatClient::refusesWhatItCannotSend()
{
    join(Technique::Polling);
    QVERIFY(m_client->send({}).isEmpty());
    QVERIFY(m_client->send(QString(protocol::maxTextBytes + 1, u'x')).isEmpty());
    QVERIFY(m_client->send(QString(protocol::maxTextBytes / 2, u'\u6559')).isEmpty());
    QVERIFY(!m_client->send(QString(protocol::maxTextBytes, u'\x01')).isEmpty()); // six bytes each as JSON
}

void TestChatClient::countsByTechnique()
{
    join(Technique::Polling);
    QTRY_VERIFY(m_client->counters(Technique::Polling).empty >= 2);
    m_host->append(u"one"_s);
    QTRY_COMPARE(m_client->counters(Technique::Polling).delivered, 1);
    const qint64 polls = m_client->counters(Technique::Polling).requests;
    QVERIFY(polls >= 3);
    QVERIFY(m_client->setTechnique(Technique::WebSocket));
    m_client->send(u"two"_s);
    QTRY_COMPARE(m_client->counters(Technique::WebSocket).delivered, 1);
    QCOMPARE(m_client->counters(Technique::WebSocket).requests, 1);
    QCOMPARE(m_client->counters(Technique::WebSocket).sends, 1);
    QCOMPARE(m_client->counters(Technique::WebSocket).empty, 0);
    QCOMPARE(m_client->counters(Technique::Polling).sends, 0);
}

void TestChatClient::countsWhatCameTwice()
{
    QFETCH(Technique, technique);
    for (int i = 0; i < 3; ++i)
        m_host->append(QString::number(i));
    m_host->script.repeatOne = true;
    join(technique);
    QTRY_COMPARE(m_log->received.size(), 3);
    QVERIFY(m_log->isGapless(1));
    QCOMPARE(m_client->counters(technique).repeated, 1);
    QCOMPARE(m_client->counters(technique).delivered, 0); // they were there before
    QCOMPARE(m_client->counters(technique).history, 3);
}

// The host forgets members that were away for 15 s, and the client's counters assume that.
void TestChatClient::whatWasMissedForLongIsHistory()
{
    join(Technique::Polling);
    QTRY_VERIFY(m_client->counters(Technique::Polling).empty > 0);
    m_client->stop();
    m_host->append(u"one"_s);
    m_client->start();
    QTRY_COMPARE(m_client->counters(Technique::Polling).delivered, 1); // late
    QCOMPARE(m_client->counters(Technique::Polling).delays.count(), 1);
    m_client->stop();
    m_host->append(u"two"_s);
    QTest::qWait(15'200);
    m_client->start();
    QTRY_COMPARE(m_client->counters(Technique::Polling).history, 1);
    m_host->append(u"three"_s);
    QTRY_COMPARE(m_client->counters(Technique::Polling).delivered, 2);
    QCOMPARE(m_client->counters(Technique::Polling).delays.count(), 2);
}

QTEST_GUILESS_MAIN(TestChatClient)
#include "tst_chatclient.moc"
