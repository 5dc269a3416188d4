// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/longpollingtransport.h"
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
using transport::LongPollingTransport;

class TestLongPollingTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();
    void isAnsweredWhenThereIsAMessage();
    void asksAgainWhenTheHoldIsOver();
    void sendNeverWaitsBehindAHeldRequest();
    void doesNotStormAHostThatDoesNotHold();
    void patienceCoversTheHold();
    void losesAResetRequest();
    void stopLetsGoOfTheHeldRequest();

private:
    void start(std::chrono::milliseconds hold) { m_transport->start({}, {2s, hold}); }

    std::unique_ptr<tests::FakeHost> m_host;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<LongPollingTransport> m_transport;
    std::unique_ptr<QSignalSpy> m_batches;
    std::unique_ptr<QSignalSpy> m_lost;
};

void TestLongPollingTransport::init()
{
    m_host = std::make_unique<tests::FakeHost>();
    m_network = std::make_unique<QNetworkAccessManager>();
    transport::Timing timing;
    timing.answer = 500ms;
    m_transport = std::make_unique<LongPollingTransport>(transport::Endpoint{m_host->url(), u"lobby"_s, u"member"_s, u"Mei"_s},
                                                         *m_network, timing);
    m_batches = std::make_unique<QSignalSpy>(m_transport.get(), &LongPollingTransport::batchReceived);
    m_lost = std::make_unique<QSignalSpy>(m_transport.get(), &LongPollingTransport::lost);
}

void TestLongPollingTransport::cleanup()
{
    m_transport.reset();
    m_network.reset();
    m_host.reset();
}

void TestLongPollingTransport::isAnsweredWhenThereIsAMessage()
{
    start(10s);
    for (int i = 0; i < 5; ++i) {
        QTRY_COMPARE(m_host->held(), 1);
        QCOMPARE(m_batches->size(), i);
        m_host->append(QString::number(i));
        QTRY_COMPARE(m_batches->size(), i + 1);
        const auto batch = m_batches->at(i).at(0).value<protocol::MessageBatch>();
        QCOMPARE(std::get<protocol::Message>(batch.entries.value(0)).text, QString::number(i));
    }
    QVERIFY(m_host->targets.at(0).endsWith("wait=10&v=2"));
    QVERIFY(m_lost->isEmpty());
}

void TestLongPollingTransport::asksAgainWhenTheHoldIsOver()
{
    QSignalSpy requests(m_transport.get(), &LongPollingTransport::requestMade);
    start(200ms);
    QTRY_COMPARE(m_batches->size(), 3);
    QVERIFY(m_batches->at(0).at(0).value<protocol::MessageBatch>().entries.isEmpty());
    QVERIFY(requests.size() >= 3 && requests.size() <= 4);
}

void TestLongPollingTransport::sendNeverWaitsBehindAHeldRequest()
{
    QSignalSpy acknowledged(m_transport.get(), &LongPollingTransport::acknowledged);
    start(30s);
    for (int i = 0; i < 20; ++i) {
        QTRY_COMPARE(m_host->held(), 1);
        QElapsedTimer timer;
        timer.start();
        m_transport->send({u"hello"_s, u"Mei"_s, QString::number(i), u"member"_s, {}, 0});
        QTRY_COMPARE(acknowledged.size(), i + 1);
        QVERIFY(timer.elapsed() < 2000);
    }
}

void TestLongPollingTransport::doesNotStormAHostThatDoesNotHold()
{
    m_host->script.answer = R"({"epoch":"epoch-1","messages":[],"next":0,"oldest":1,"now":1})";
    QSignalSpy phases(m_transport.get(), &LongPollingTransport::phaseChanged);
    start(10s);
    QTest::qWait(800);
    QVERIFY2(m_host->targets.size() <= 3, qPrintable(QString::number(m_host->targets.size())));
    QCOMPARE(phases.constLast().at(0).value<LongPollingTransport::Phase>(), LongPollingTransport::Phase::Pausing);
}

void TestLongPollingTransport::patienceCoversTheHold()
{
    m_host->script.mute = true;
    QElapsedTimer timer;
    timer.start();
    start(300ms);
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(timer.elapsed() >= 790); // hold and margin
    QVERIFY(m_lost->at(0).at(0).toString().contains(u"in time"));
}

void TestLongPollingTransport::losesAResetRequest()
{
    start(10s);
    QTRY_COMPARE(m_host->held(), 1);
    m_host->close(); // so that the library's own attempts fail, too
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(m_batches->isEmpty());
}

void TestLongPollingTransport::stopLetsGoOfTheHeldRequest()
{
    start(10s);
    QTRY_COMPARE(m_host->held(), 1);
    m_transport->stop();
    QTRY_COMPARE(m_host->held(), 0);
    m_host->append(u"one"_s);
    QTest::qWait(50);
    QVERIFY(m_batches->isEmpty() && m_lost->isEmpty());
}

QTEST_GUILESS_MAIN(TestLongPollingTransport)
#include "tst_longpollingtransport.moc"
