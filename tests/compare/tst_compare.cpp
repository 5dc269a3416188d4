// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/comparison.h"
#include "client/compare/result/forecast.h"
#include "client/compare/result/preset.h"
#include "client/compare/result/verdict.h"
#include "server/host.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::compare;

//! Short runs against a real host. Exact values are compared exactly, random ones within the limits of chance.
class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheory();
    void forecastKnowsTheSizes_data();
    void forecastKnowsTheSizes();
    void comparesAllAtOnceAndTheQueues();
    void quickRunHasAVerdict();
    void countsMessagesNotCopies();
    void givesIntervalsFromThreeRepeatsOn();
    void opensAConnectionForEveryRequest();
    void keepsWhatThereIsWhenStopped();
    void saysThatNobodyListens();

private:
    RunResult run(const RunOptions &options);

    server::Host m_host{[] {
        server::HostOptions options;
        options.bind = QHostAddress(QHostAddress::LocalHost);
        options.port = 0;
        return options;
    }()};
    HostAccess m_access;
    qint64 m_samplesSoFar = 0; // of the last run, while it ran
};

namespace {

RunOptions shortRun()
{
    RunOptions options;
    options.clients = 20;
    options.rate = 5;
    options.duration = 4s;
    options.warmUp = 500ms;
    options.pollInterval = 500ms;
    options.repeats = 1;
    options.seed = 7;
    return options;
}

void verifyDelivered(const VariantResult &one)
{
    QCOMPARE(one.lost, 0);
    QCOMPARE(one.repeated, 0);
    QCOMPARE(one.failures, 0);
    QVERIFY(one.sent > 0);
    QCOMPARE(one.delivered, one.expected);
    QCOMPARE(one.delays.count(), one.delivered);
}

bool isWithin(const Figure &figure, double percent)
{
    const auto residual = figure.residual();
    if (residual && qAbs(*residual) > percent)
        qWarning("measured %f, theory %f", figure.value, *figure.theory);
    return residual && qAbs(*residual) <= percent;
}

} // namespace

void TestCompare::initTestCase()
{
    QSignalSpy started(&m_host, &server::Host::started);
    m_host.start();
    QTRY_COMPARE(started.size(), 1);
    m_access = {QUrl(u"http://127.0.0.1:%1"_s.arg(m_host.port())), true, {}};
}

RunResult TestCompare::run(const RunOptions &options)
{
    Comparison comparison(options, m_access);
    RunResult result;
    bool isFinished = false;
    connect(&comparison, &Comparison::finished, this, [&](const RunResult &given) {
        result = given;
        isFinished = true;
    });
    qint64 samplesSoFar = 0;
    connect(&comparison, &Comparison::measured, this,
            [&samplesSoFar](const RunResult &soFar) { samplesSoFar = std::max(samplesSoFar, soFar.variants.first().samples); });
    comparison.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isFinished, 60'000); }();
    m_samplesSoFar = samplesSoFar;
    return result;
}

void TestCompare::agreesWithTheory()
{
    const RunResult result = run(shortRun());
    QCOMPARE(result.variants.size(), 3);
    QVERIFY(!result.isPartial);
    for (const VariantResult &one : result.variants) {
        verifyDelivered(one);
        QVERIFY(isWithin(one.bytesPerMinute, 8)); // few messages: which side of the window one falls makes 5 %
    }
    QVERIFY(isWithin(result.variants.at(0).requestsPerMinute, 5));
    QVERIFY(isWithin(result.variants.at(1).requestsPerMinute, 8));
    QCOMPARE(result.variants.at(2).requests, 0);
    QVERIFY(isWithin(result.variants.at(0).mean, 15));
    QCOMPARE(result.variants.at(2).connections, 20);
}

void TestCompare::forecastKnowsTheSizes_data()
{
    QTest::addColumn<bool>("isSimultaneous");
    QTest::newRow("one after another") << false;
    QTest::newRow("all at once") << true;
}

//! Fails when requests, answers or messages change without a change of the forecast.
void TestCompare::forecastKnowsTheSizes()
{
    RunOptions options = shortRun();
    options.variants = {allVariants.begin(), allVariants.end()};
    QFETCH(bool, isSimultaneous);
    options.isSimultaneous = isSimultaneous;
    options.duration = 2s;
    const RunResult result = run(options);
    const QList<VariantResult> expected = forecast(options);
    QCOMPARE(result.variants.size(), expected.size());
    const auto isNear = [](const char *what, double forecast, double measured) {
        if (qAbs(forecast - measured) <= 0.02 * measured)
            return true;
        qWarning("%s: forecast %.1f, measured %.1f", what, forecast, measured);
        return false;
    };
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const VariantResult &measured = result.variants.at(i);
        const QByteArray name = variantName(measured.variant).toByteArray();
        QVERIFY2(isNear("heads", expected.at(i).headerBytes, measured.headerBytes), name);
        QVERIFY2(isNear("message", expected.at(i).messageBytes, measured.messageBytes), name);
        QVERIFY2(isNear("handshake", expected.at(i).handshakeBytes, measured.handshakeBytes), name);
    }
}

void TestCompare::comparesAllAtOnceAndTheQueues()
{
    RunOptions options = shortRun();
    options.variants = {allVariants.begin(), allVariants.end()};
    options.isSimultaneous = true;
    options.clients = 5;
    options.duration = 2s;
    const RunResult result = run(options);
    QCOMPARE(result.variants.size(), qsizetype(allVariants.size()));
    for (const VariantResult &one : result.variants)
        verifyDelivered(one);
}

//! The preset that the window offers first: within 20 s it can say which technique is faster than short polling.
void TestCompare::quickRunHasAVerdict()
{
    QElapsedTimer clock;
    clock.start();
    const RunResult result = run(*presetNamed(u"quick"_s));
    QVERIFY2(clock.elapsed() < 22'000, "a machine under load may add a little");
    QCOMPARE(result.variants.size(), 3);
    for (const VariantResult &one : result.variants) {
        QVERIFY(one.samples >= 30);
        QCOMPARE(one.lost + one.repeated, 0);
    }
    const auto polling = std::find_if(result.findings.begin(), result.findings.end(),
                                      [](const Finding &finding) { return finding.other == Variant::Polling; });
    QVERIFY(polling != result.findings.end());
    QVERIFY(m_samplesSoFar >= 20 && m_samplesSoFar <= result.variants.first().samples);
    QCOMPARE(polling->verdict, theory::Verdict::FirstFaster);
}

//! Twenty clients that receive eight messages are eight samples, not 160.
void TestCompare::countsMessagesNotCopies()
{
    RunOptions options = shortRun();
    options.variants = {Variant::Polling, Variant::WebSocket};
    options.isConstant = true;
    options.rate = 4;
    options.duration = 2s;
    const RunResult few = run(options);
    QVERIFY(few.variants.first().delivered >= 100);
    QVERIFY(few.variants.first().samples >= 5 && few.variants.first().samples <= 9);
    QCOMPARE(few.findings.size(), 1);
    QCOMPARE(few.findings.first().verdict, theory::Verdict::TooFewSamples);
    QCOMPARE(conclusionsOn(few).first().kind, Conclusion::Kind::TooFewMessages);
    options.rate = 25;
    const RunResult enough = run(options);
    QCOMPARE(enough.findings.first().shortest, Variant::WebSocket);
    QCOMPARE(enough.findings.first().verdict, theory::Verdict::FirstFaster);
}

void TestCompare::givesIntervalsFromThreeRepeatsOn()
{
    RunOptions options = shortRun();
    options.variants = {Variant::WebSocket};
    options.clients = 2;
    options.duration = 500ms;
    options.repeats = 2;
    QVERIFY(!run(options).variants.first().bytesPerMinute.halfWidth);
    options.repeats = 3;
    QVERIFY(run(options).variants.first().bytesPerMinute.halfWidth);
}

void TestCompare::opensAConnectionForEveryRequest()
{
    RunOptions options = shortRun();
    options.variants = {Variant::Polling, Variant::LongPolling};
    options.keepAlive = false;
    options.isConstant = true;
    options.clients = 5;
    options.duration = 2s;
    const RunResult result = run(options);
    QCOMPARE(result.variants.size(), 2);
    for (const VariantResult &one : result.variants) {
        verifyDelivered(one);
        QVERIFY(one.connections >= one.requests);
    }
}

void TestCompare::keepsWhatThereIsWhenStopped()
{
    RunOptions options = shortRun();
    options.variants = {Variant::WebSocket, Variant::Polling};
    options.duration = 1500ms;
    Comparison comparison(options, m_access);
    QSignalSpy finished(&comparison, &Comparison::finished);
    comparison.start();
    QTRY_COMPARE_WITH_TIMEOUT(comparison.progress().variants, QList{Variant::Polling}, 20'000); // the second round
    comparison.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    const auto result = finished.first().first().value<RunResult>();
    QVERIFY(result.isPartial);
    QCOMPARE(result.variants.size(), 1);
    verifyDelivered(result.variants.first());
}

void TestCompare::saysThatNobodyListens()
{
    HostAccess nobody = m_access;
    nobody.url.setPort(1);
    Comparison comparison(shortRun(), nobody);
    QSignalSpy failed(&comparison, &Comparison::failed);
    comparison.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
    const auto error = failed.first().first().value<RunError>();
    QCOMPARE(error.reason, RunError::Reason::NoAnswer);
    QCOMPARE(error.subject, u"127.0.0.1:1"_s);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
