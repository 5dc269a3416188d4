// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/pollingtransport.h"
#include "tests/support/fakehost.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using transport::PollingTransport;

class TestPollingTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();
    void asksAgainAfterThePause();
    void pausesFromTheAnswerOn();
    void asksAtOnceWhenThereIsMore();
    void badAnswers_data();
    void badAnswers();
    void losesAMuteHost();
    void losesACutAnswer();
    void stopsInSilence();
    void mayBeStoppedFromItsOwnSignal();
    void sends();

private:
    void start(std::chrono::milliseconds interval) { m_transport->start({}, {interval, 10s}); }

    std::unique_ptr<tests::FakeHost> m_host;
    QNetworkAccessManager m_network;
    std::unique_ptr<PollingTransport> m_transport;
    std::unique_ptr<QSignalSpy> m_batches;
    std::unique_ptr<QSignalSpy> m_lost;
};

void TestPollingTransport::init()
{
    m_host = std::make_unique<tests::FakeHost>();
    transport::Timing timing;
    timing.answer = 500ms;
    m_transport = std::make_unique<PollingTransport>(transport::Endpoint{m_host->url(), u"lobby"_s, u"member"_s, u"Mei"_s},
                                                     m_network, timing);
    m_batches = std::make_unique<QSignalSpy>(m_transport.get(), &PollingTransport::batchReceived);
    m_lost = std::make_unique<QSignalSpy>(m_transport.get(), &PollingTransport::lost);
}

void TestPollingTransport::cleanup()
{
    m_transport.reset();
    m_host.reset();
}

void TestPollingTransport::asksAgainAfterThePause()
{
    m_host->append(u"one"_s);
    // Directly after the first answer: on a busy machine the next one could come before the test continues.
    connect(m_transport.get(), &PollingTransport::batchReceived, this, [this] {
        if (m_batches->size() == 1)
            m_host->append(u"two"_s);
    });
    start(20ms);
    QTRY_VERIFY(m_batches->size() >= 3);
    const auto batch = m_batches->at(0).at(0).value<protocol::MessageBatch>();
    QCOMPARE(batch.entries.size(), 1);
    QCOMPARE(std::get<protocol::Message>(batch.entries.at(0)).text, u"one");
    QCOMPARE(std::get<protocol::Message>(m_batches->at(1).at(0).value<protocol::MessageBatch>().entries.at(0)).text, u"two");
    QVERIFY(m_host->targets.at(0).contains("after=0&"));
    QVERIFY(m_host->targets.at(1).contains("after=1&"));
    QVERIFY(m_host->targets.at(2).contains("after=2&"));
    QVERIFY(m_host->targets.at(2).contains("epoch=epoch-1"));
    QVERIFY(m_lost->isEmpty());
}

void TestPollingTransport::pausesFromTheAnswerOn()
{
    QSignalSpy phases(m_transport.get(), &PollingTransport::phaseChanged);
    QElapsedTimer timer;
    timer.start();
    start(150ms);
    QTRY_COMPARE(m_batches->size(), 3);
    QVERIFY(timer.elapsed() >= 298); // two pauses
    QCOMPARE(phases.at(0).at(0).value<PollingTransport::Phase>(), PollingTransport::Phase::Waiting);
    QCOMPARE(phases.at(1).at(0).value<PollingTransport::Phase>(), PollingTransport::Phase::Pausing);
    QCOMPARE(phases.at(1).at(1).value<std::chrono::milliseconds>().count(), 150);
}

void TestPollingTransport::asksAtOnceWhenThereIsMore()
{
    for (int i = 0; i < 20; ++i)
        m_host->append(QString(60'000, u'x'));
    start(1h);
    const auto reached = [this](qint64 seq) {
        return !m_batches->isEmpty() && m_batches->constLast().at(0).value<protocol::MessageBatch>().next == seq;
    };
    QTRY_VERIFY(reached(20)); // 1.2 MB in answers of at most 512 KiB
    QVERIFY(m_batches->size() >= 3);
}

void TestPollingTransport::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << u"makes no sense"_s;
    QTest::newRow("another object") << 200 << QByteArray("{\"data\":[]}") << u"makes no sense"_s;
    QTest::newRow("no number") << 200 << QByteArray(R"({"epoch":"e","messages":[{"text":"x"}],"next":1,"oldest":1,"now":1})")
                               << u"makes no sense"_s;
    QTest::newRow("full") << 503 << QByteArray(R"({"error":"the host is full","code":"full"})")
                          << u"the host answered 503: the host is full"_s;
    QTest::newRow("moved") << 302 << QByteArray("x") << u"the host answered 302"_s;
}

void TestPollingTransport::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(QString, reason);
    m_host->script.status = status;
    m_host->script.answer = answer;
    start(10ms);
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY2(m_lost->at(0).at(0).toString().contains(reason), qPrintable(m_lost->at(0).at(0).toString()));
    QTest::qWait(50);
    QCOMPARE(m_host->targets.size(), 1); // dead
    QVERIFY(m_batches->isEmpty());
}

void TestPollingTransport::losesAMuteHost()
{
    m_host->script.mute = true;
    start(10ms);
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(m_lost->at(0).at(0).toString().contains(u"in time"));
}

void TestPollingTransport::losesACutAnswer()
{
    m_host->append(u"one"_s);
    m_host->script.cutAnswers = 10;
    start(10ms);
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(m_batches->isEmpty());
}

void TestPollingTransport::stopsInSilence()
{
    QSignalSpy phases(m_transport.get(), &PollingTransport::phaseChanged);
    start(10ms);
    m_transport->stop();
    const qsizetype before = phases.size();
    QTest::qWait(100);
    QVERIFY(m_batches->isEmpty() && m_lost->isEmpty());
    QCOMPARE(phases.size(), before);
}

void TestPollingTransport::mayBeStoppedFromItsOwnSignal()
{
    connect(m_transport.get(), &PollingTransport::batchReceived, m_transport.get(), &PollingTransport::stop);
    start(10ms);
    QTRY_COMPARE(m_batches->size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_host->targets.size(), 1);
}

void TestPollingTransport::sends()
{
    QSignalSpy acknowledged(m_transport.get(), &PollingTransport::acknowledged);
    start(10ms);
    m_transport->send({u"hello"_s, u"Mei"_s, u"id-1"_s, u"member"_s, protocol::Technique::Polling, 0});
    QTRY_COMPARE(acknowledged.size(), 1);
    QTRY_VERIFY(m_batches->constLast().at(0).value<protocol::MessageBatch>().next == 1);
    QCOMPARE(m_host->posts.size(), 1);
}

QTEST_GUILESS_MAIN(TestPollingTransport)
#include "tst_pollingtransport.moc"
