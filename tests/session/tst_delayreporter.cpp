// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "client/session/clockoffset.h"
#include "client/session/delayreporter.h"
#include "server/protocol/limits.h"
#include "tests/support/fakehost.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;
using session::DelayReporter;

class TestDelayReporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void reportsWhileThereAreNewOnes();
    void aReportATechnique();
    void theRestComesAtTheEnd();
    void comesAgainUnderItsNumber();
    void aRefusedReportIsDropped();
    void clocksThatDisagree();
    void whatASleepingMachineMeasured();
    void boundedWhileTheHostIsAway();
    void aClientReports_data();
    void aClientReports();

private:
    [[nodiscard]] std::unique_ptr<DelayReporter> make(std::chrono::milliseconds interval = 50ms)
    {
        return std::make_unique<DelayReporter>(transport::Endpoint{m_host->url(), u"room 1"_s, u"m-1"_s, u"Anna"_s}, m_network,
                                               m_clock, interval);
    }

    std::unique_ptr<tests::FakeHost> m_host;
    QNetworkAccessManager m_network;
    session::ClockOffset m_clock;
};

void TestDelayReporter::init()
{
    m_host = std::make_unique<tests::FakeHost>();
    m_clock = {};
    const double local = session::localMilliseconds();
    m_clock.addSample(local - 4, local, 1e6);
}

void TestDelayReporter::reportsWhileThereAreNewOnes()
{
    const auto reporter = make();
    reporter->start();
    QTest::qWait(200);
    QCOMPARE(m_host->reports.size(), 0);
    reporter->addMissed(2);
    reporter->addRepeated(1);
    QVERIFY(reporter->add({Technique::Polling, 1012, 1010, 1001}));
    QVERIFY(reporter->add({Technique::Polling, 1015, 1010, 0}));
    QTRY_COMPARE(m_host->reports.size(), 1);
    const protocol::DelayReport &report = m_host->reports.constFirst();
    QCOMPARE(report.number, 1);
    QCOMPARE(report.member, u"m-1"_s);
    QCOMPARE(report.name, u"Anna"_s);
    QCOMPARE(report.technique, Technique::Polling);
    QCOMPARE(report.delivery.count(), 2);
    QCOMPARE(report.delivery.max(), 5ms);
    QCOMPARE(report.keypress.count(), 1);
    QCOMPARE(report.keypress.max(), 11ms);
    QVERIFY(report.uncertainty && *report.uncertainty > 1.9 && *report.uncertainty < 100);
    QVERIFY(report.roundTrip && *report.roundTrip > 3.9 && *report.roundTrip < 100);
    QCOMPARE(report.missed, 2);
    QCOMPARE(report.repeated, 1);
    QVERIFY(m_host->targets.contains(QByteArray("/api/rooms/room%201/reports")));
    QTest::qWait(200);
    QCOMPARE(m_host->reports.size(), 1);
    reporter->add({Technique::Polling, 1016, 1010, 0});
    QTRY_COMPARE(m_host->reports.size(), 2);
    QCOMPARE(m_host->reports.at(1).number, 2);
    QCOMPARE(m_host->reports.at(1).delivery.count(), 1);
}

void TestDelayReporter::aReportATechnique()
{
    const auto reporter = make();
    reporter->start();
    for (const Technique technique : protocol::allTechniques)
        reporter->add({technique, 1001, 1000, 0});
    QTRY_COMPARE(m_host->reports.size(), qsizetype(protocol::allTechniques.size()));
    for (const Technique technique : protocol::allTechniques)
        QCOMPARE(m_host->reports.at(int(technique)).technique, technique);
}

void TestDelayReporter::theRestComesAtTheEnd()
{
    const auto reporter = make(1h);
    QSignalSpy finished(reporter.get(), &DelayReporter::finished);
    reporter->start();
    reporter->add({Technique::WebSocket, 1001, 1000, 0});
    reporter->stop();
    QVERIFY(reporter->isReporting());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!reporter->isReporting());
    QCOMPARE(m_host->reports.size(), 1);
    reporter->stop();
    QVERIFY(!reporter->isReporting());
}

void TestDelayReporter::comesAgainUnderItsNumber()
{
    m_host->script.failReports = 2;
    const auto reporter = make();
    reporter->start();
    reporter->add({Technique::WebSocket, 1001, 1000, 0});
    QTRY_COMPARE(m_host->reports.size(), 3);
    QTest::qWait(200);
    QCOMPARE(m_host->reports.size(), 3);
    QCOMPARE(m_host->reports.at(1), m_host->reports.at(0));
    QCOMPARE(m_host->reports.at(2), m_host->reports.at(0));
}

void TestDelayReporter::aRefusedReportIsDropped()
{
    m_host->script.failReports = 1;
    m_host->script.sendStatus = 404;
    const auto reporter = make();
    reporter->start();
    reporter->add({Technique::WebSocket, 1001, 1000, 0});
    QTRY_COMPARE(m_host->reports.size(), 1);
    QTest::qWait(200);
    QCOMPARE(m_host->reports.size(), 1);
}

void TestDelayReporter::clocksThatDisagree()
{
    const DelayReporter::Sample early{Technique::Polling, 1000, 1003, 1005};
    QCOMPARE(early.delivery(), 0ns);
    QCOMPARE(early.keypress(), 0ns);
    const DelayReporter::Sample late{Technique::Polling, 1010, 1003, 1005}; // no key is pressed after the acceptance
    QCOMPARE(late.keypress(), late.delivery());
}

void TestDelayReporter::whatASleepingMachineMeasured()
{
    const auto reporter = make();
    reporter->start();
    QVERIFY(!reporter->add({Technique::LongPolling, 3.6e6 + 1001, 1000, 0}));
    QVERIFY(reporter->add({Technique::LongPolling, 3.6e6 + 1001, 3.6e6 + 1000, 1000})); // only its keypress is too long ago
    QTRY_COMPARE(m_host->reports.size(), 1);
    QCOMPARE(m_host->reports.at(0).setAside, 1);
    QCOMPARE(m_host->reports.at(0).delivery.count(), 1);
    QCOMPARE(m_host->reports.at(0).keypress.count(), 0);
}

void TestDelayReporter::boundedWhileTheHostIsAway()
{
    m_host->close();
    const auto reporter = make(1ms);
    reporter->start();
    for (qint64 i = 0; i < 3 * protocol::maxReportSamples; ++i)
        reporter->add({Technique::WebSocket, 1001, 1000, 0});
    QTest::qWait(100);
    QVERIFY(m_host->reopen());
    qint64 counted = 0;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 counted = 0;
                                 for (const protocol::DelayReport &report : std::as_const(m_host->reports))
                                     counted += report.delivery.count() + report.setAside;
                                 return counted;
                             }()) >= 2 * protocol::maxReportSamples,
                             20'000);
    QVERIFY(counted <= 3 * protocol::maxReportSamples);
    QVERIFY(m_host->reports.size() <= qsizetype(protocol::allTechniques.size()) + 1);
}

void TestDelayReporter::aClientReports_data()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestDelayReporter::aClientReports()
{
    QFETCH(Technique, technique);
    session::ClientOptions options;
    options.host = m_host->url();
    options.name = u"Anna"_s;
    options.technique = technique;
    session::ChatClient client(options);
    QSignalSpy received(&client, &session::ChatClient::messagesReceived);
    m_host->append(u"old"_s);
    client.start();
    QTRY_COMPARE(received.size(), 1);
    client.send(u"own"_s);
    QTRY_COMPARE(client.counters(technique).delays.count(), 1);
    QVERIFY(client.clockUncertainty());
    client.stop();
    QVERIFY(client.isReporting());
    QTRY_COMPARE(m_host->reports.size(), 1);
    const protocol::DelayReport &report = m_host->reports.constFirst();
    QCOMPARE(report.technique, technique);
    QCOMPARE(report.delivery.count(), 1); // what was there before it joined says nothing
    QCOMPARE(report.keypress.count(), 1);
    QVERIFY(report.keypress.max() >= report.delivery.max());
    QVERIFY(report.keypress.max() < 5s);
}

QTEST_GUILESS_MAIN(TestDelayReporter)
#include "tst_delayreporter.moc"
