// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/tutorialqueue.h"

#include "client/theory/models.h"
#include "tests/theory/simulation.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pushlab::protocol;
using namespace pushlab::theory;
using namespace std::chrono_literals;

namespace {

Parameters parametersOf(double rate, Seconds oneWay, Seconds hold = 10s)
{
    Parameters parameters;
    parameters.rate = rate;
    parameters.oneWay = oneWay;
    parameters.hold = hold;
    return parameters;
}

bool near(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance * std::abs(expected))
        return true;
    qWarning("%.10g is not %.10g", value, expected);
    return false;
}

} // namespace

class TestTutorialQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMD1WhenHeldForEver();
    void isLongPollingWhenIdle();
    void growsWithoutBound();
    void waitsLongerThanBatches();
    void agreesWithSimulation_data();
    void agreesWithSimulation();
};

void TestTutorialQueue::isMD1WhenHeldForEver()
{
    const Parameters parameters = parametersOf(2.5, 100ms, Seconds(std::numeric_limits<double>::infinity()));
    QCOMPARE(tutorialqueue::load(parameters), 0.5);
    QCOMPARE(tutorialqueue::meanDelay(parameters).count(), 0.1 + 0.1); // rho R / (2 (1 - rho)) = R/2
    QCOMPARE(tutorialqueue::requestsPerMinute(parameters), 150.);
    QCOMPARE(tutorialqueue::emptyShare(parameters), 0.);
}

void TestTutorialQueue::isLongPollingWhenIdle()
{
    for (const double rate : {0., 1e-12}) {
        const Parameters parameters = parametersOf(rate, 150ms);
        QVERIFY(near(tutorialqueue::meanDelay(parameters).count(), delay(Technique::LongPolling, parameters).mean().count(), 1e-9));
        QVERIFY(near(tutorialqueue::standardDeviation(parameters).count(),
                     delay(Technique::LongPolling, parameters).standardDeviation().count(), 1e-9));
        QVERIFY(near(tutorialqueue::requestsPerMinute(parameters), requestsPerMinute(Technique::LongPolling, parameters), 1e-9));
        QVERIFY(near(tutorialqueue::bytesPerMinute(parameters), bytesPerMinute(Technique::LongPolling, parameters), 1e-9));
        QVERIFY(near(tutorialqueue::emptyShare(parameters), 1, 1e-9));
    }
}

void TestTutorialQueue::growsWithoutBound()
{
    const Parameters parameters = parametersOf(4, 150ms);
    QVERIFY(std::isinf(tutorialqueue::meanDelay(parameters).count()));
    QVERIFY(std::isinf(tutorialqueue::standardDeviation(parameters).count()));
    QCOMPARE(tutorialqueue::requestsPerMinute(parameters), 200.);
    QCOMPARE(tutorialqueue::emptyShare(parameters), 0.);
    QVERIFY(near(tutorialqueue::bytesPerMinute(parameters), 200 * 685, 1e-12)); // what R lets through
}

void TestTutorialQueue::waitsLongerThanBatches()
{
    const Parameters parameters = parametersOf(3, 150ms);
    QVERIFY(tutorialqueue::meanDelay(parameters) > 2 * delay(Technique::LongPolling, parameters).mean());
}

void TestTutorialQueue::agreesWithSimulation_data()
{
    QTest::addColumn<double>("rate"); // messages a second
    QTest::addColumn<double>("oneWay"); // seconds
    QTest::addColumn<double>("hold");
    QTest::newRow("loopback") << 4. << 0.005 << 10.;
    QTest::newRow("half loaded") << 4. << 0.0625 << 10.;
    QTest::newRow("nearly full") << 4. << 0.100 << 10.;
    QTest::newRow("holds that end") << 0.5 << 0.150 << 1.;
    QTest::newRow("hardly held") << 1. << 0.300 << 0.2;
    QTest::newRow("not held") << 1. << 0.250 << 0.;
}

void TestTutorialQueue::agreesWithSimulation()
{
    QFETCH(double, rate);
    QFETCH(double, oneWay);
    QFETCH(double, hold);
    const Parameters parameters = parametersOf(rate, Seconds(oneWay), Seconds(hold));
    const Simulated simulated = simulateTutorialQueue(parameters, 400'000, 20260731);
    QVERIFY(near(simulated.mean(), tutorialqueue::meanDelay(parameters).count(), 0.02));
    QVERIFY(near(simulated.standardDeviation(), tutorialqueue::standardDeviation(parameters).count(), 0.02));
    QVERIFY(near(simulated.requestsPerMinute(), tutorialqueue::requestsPerMinute(parameters), 0.02));
    QVERIFY(std::abs(simulated.emptyShare() - tutorialqueue::emptyShare(parameters)) < 0.01);
}

QTEST_GUILESS_MAIN(TestTutorialQueue)
#include "tst_tutorialqueue.moc"
