// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/kolmogorovsmirnov.h"

#include "client/theory/delaymodel.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

using namespace pushlab::theory;
using namespace std::chrono_literals;

namespace {

double uniformCdf(double x)
{
    return std::clamp(x, 0., 1.);
}

std::vector<double> sampleUniform(std::mt19937_64 &random, int n, double from = 0, double to = 1)
{
    std::uniform_real_distribution<double> uniform(from, to);
    std::vector<double> samples(static_cast<size_t>(n));
    std::generate(samples.begin(), samples.end(), [&] { return uniform(random); });
    return samples;
}

} // namespace

class TestKolmogorovSmirnov : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsCriticalValues_data();
    void knowsCriticalValues();
    void isSmoothWhereSeriesMeet();
    void findsGreatestDistance();
    void hasNothingToSayWithoutSamples();
    void knowsSmallSamples();
    void rejectsAsOftenAsItSays();
    void tellsPollingFromOthers();
};

void TestKolmogorovSmirnov::knowsCriticalValues_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("p");
    QTest::newRow("20 %") << 1.0727 << 0.20;
    QTest::newRow("10 %") << 1.2238 << 0.10;
    QTest::newRow("5 %") << 1.3581 << 0.05;
    QTest::newRow("1 %") << 1.6276 << 0.01;
    QTest::newRow("0.1 %") << 1.9495 << 0.001;
    QTest::newRow("median") << 0.82757 << 0.5;
    QTest::newRow("1") << 1. << 0.2699997;
    QTest::newRow("0.5") << 0.5 << 0.9639452;
    QTest::newRow("0") << 0. << 1.;
    QTest::newRow("far") << 10. << 0.;
}

void TestKolmogorovSmirnov::knowsCriticalValues()
{
    QFETCH(double, x);
    QFETCH(double, p);
    QVERIFY(std::abs(kolmogorovTail(x) - p) < 1e-3 * std::max(p, 0.05));
}

void TestKolmogorovSmirnov::isSmoothWhereSeriesMeet()
{
    QVERIFY(std::abs(kolmogorovTail(1.18 - 1e-12) - kolmogorovTail(1.18)) < 1e-10);
    QVERIFY(std::abs(kolmogorovTail(0.2) - 1) < 1e-10);
}

void TestKolmogorovSmirnov::findsGreatestDistance()
{
    // After the third sample 3/5 of all are there, but 0.35 are expected
    const std::array samples{0.9, 0.1, 0.35, 0.3, 0.7};
    const KolmogorovSmirnov result = kolmogorovSmirnov(samples, uniformCdf);
    QCOMPARE(result.n, 5);
    QCOMPARE(result.statistic, 0.25);
    // Before the first sample: 0 are there, 0.6 expected
    QCOMPARE(kolmogorovSmirnov(std::array{0.6, 0.9, 0.95}, uniformCdf).statistic, 0.6);
    QCOMPARE(kolmogorovSmirnov(std::array{0.5}, uniformCdf).statistic, 0.5);
}

void TestKolmogorovSmirnov::hasNothingToSayWithoutSamples()
{
    const KolmogorovSmirnov result = kolmogorovSmirnov({}, uniformCdf);
    QCOMPARE(result.n, 0);
    QCOMPARE(result.statistic, 0.);
    QCOMPARE(result.pValue, 1.);
}

void TestKolmogorovSmirnov::knowsSmallSamples()
{
    // Exact critical values of D at 5 % and 1 %: n = 5 0.563 and 0.669, n = 10 0.409 and 0.489, n = 20 0.294 and 0.352
    const auto pAt = [](int n, double distance) {
        std::vector<double> samples; // all distances below the diagonal but the first, which is `distance`
        for (int i = 0; i < n; ++i)
            samples.push_back(std::max(distance, (i + 1.) / n));
        return kolmogorovSmirnov(samples, uniformCdf).pValue;
    };
    QVERIFY(std::abs(pAt(5, 0.563) - 0.05) < 0.005);
    QVERIFY(std::abs(pAt(5, 0.669) - 0.01) < 0.003);
    QVERIFY(std::abs(pAt(10, 0.409) - 0.05) < 0.005);
    QVERIFY(std::abs(pAt(10, 0.489) - 0.01) < 0.003);
    QVERIFY(std::abs(pAt(20, 0.294) - 0.05) < 0.005);
    QVERIFY(std::abs(pAt(20, 0.352) - 0.01) < 0.003);
}

void TestKolmogorovSmirnov::rejectsAsOftenAsItSays()
{
    std::mt19937_64 random(20260731);
    int rejected = 0;
    constexpr int runs = 5'000;
    for (int i = 0; i < runs; ++i)
        rejected += kolmogorovSmirnov(sampleUniform(random, 60), uniformCdf).pValue < 0.05;
    QVERIFY(std::abs(double(rejected) / runs - 0.05) < 0.012);
}

void TestKolmogorovSmirnov::tellsPollingFromOthers()
{
    const DelayModel model(5ms, 2s, 1);
    const auto cdf = [&model](double seconds) { return model.cdf(Seconds(seconds)); };
    std::mt19937_64 random(20260731);
    QVERIFY(kolmogorovSmirnov(sampleUniform(random, 2'000, 0.005, 2.005), cdf).pValue > 0.05);
    QVERIFY(kolmogorovSmirnov(sampleUniform(random, 2'000, 0.005, 2.205), cdf).pValue < 0.001);
    std::exponential_distribution<double> exponential(1);
    std::vector<double> others(2'000);
    std::generate(others.begin(), others.end(), [&] { return exponential(random); });
    QVERIFY(kolmogorovSmirnov(others, cdf).pValue < 0.001);
}

QTEST_GUILESS_MAIN(TestKolmogorovSmirnov)
#include "tst_kolmogorovsmirnov.moc"
