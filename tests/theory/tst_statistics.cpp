// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/statistics.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace pushlab::theory;

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summarizes();
    void keepsPrecision();
    void knowsStudentsTable_data();
    void knowsStudentsTable();
    void hasSymmetricQuantiles();
    void givesInterval();
    void givesNoIntervalForOneRun();
    void coversTheTruth();
};

void TestStatistics::summarizes()
{
    const std::array values{2., 4., 4., 4., 5., 5., 7., 9.};
    const Summary summary = summarize(values);
    QCOMPARE(summary.n, 8);
    QCOMPARE(summary.mean, 5.);
    QCOMPARE(summary.standardDeviation, std::sqrt(32. / 7));
    QCOMPARE(summarize({}).n, 0);
    QCOMPARE(summarize({}).mean, 0.);
    QCOMPARE(summarize(std::array{3.}).mean, 3.);
    QCOMPARE(summarize(std::array{3.}).standardDeviation, 0.);
}

void TestStatistics::keepsPrecision()
{
    const std::array values{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
    QCOMPARE(summarize(values).standardDeviation, std::sqrt(30.));
}

void TestStatistics::knowsStudentsTable_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("degrees");
    QTest::addColumn<double>("expected"); // as printed in tables, three decimals
    QTest::newRow("1") << 0.975 << 1 << 12.706;
    QTest::newRow("2") << 0.975 << 2 << 4.303;
    QTest::newRow("3") << 0.975 << 3 << 3.182;
    QTest::newRow("4") << 0.975 << 4 << 2.776;
    QTest::newRow("5") << 0.975 << 5 << 2.571;
    QTest::newRow("9") << 0.975 << 9 << 2.262;
    QTest::newRow("10") << 0.975 << 10 << 2.228;
    QTest::newRow("29") << 0.975 << 29 << 2.045;
    QTest::newRow("30") << 0.975 << 30 << 2.042;
    QTest::newRow("120") << 0.975 << 120 << 1.980;
    QTest::newRow("1000") << 0.975 << 1000 << 1.962;
    QTest::newRow("beyond") << 0.975 << 1'000'000 << 1.962;
    QTest::newRow("90 %, 7") << 0.95 << 7 << 1.895;
    QTest::newRow("99 %, 1") << 0.995 << 1 << 63.657;
    QTest::newRow("99 %, 6") << 0.995 << 6 << 3.707;
    QTest::newRow("99.9 %, 2") << 0.9995 << 2 << 31.599;
}

void TestStatistics::knowsStudentsTable()
{
    QFETCH(double, p);
    QFETCH(int, degrees);
    QTEST(std::round(studentQuantile(p, degrees) * 1000) / 1000, "expected");
}

void TestStatistics::hasSymmetricQuantiles()
{
    QCOMPARE(studentQuantile(0.025, 4), -studentQuantile(0.975, 4));
    QVERIFY(std::abs(studentQuantile(0.5, 3)) < 1e-9);
    QCOMPARE(studentQuantile(0.75, 1), 1.); // Cauchy: tan(pi/4)
}

void TestStatistics::givesInterval()
{
    const std::array values{10., 12., 14.};
    const auto interval = confidenceInterval(summarize(values));
    QVERIFY(interval.has_value());
    QCOMPARE(interval->mean, 12.);
    QVERIFY(std::abs(interval->halfWidth - 4.30265 * 2 / std::sqrt(3.)) < 1e-4);
    QVERIFY(interval->contains(16.9));
    QVERIFY(!interval->contains(17));
    QVERIFY(confidenceInterval(summarize(values), 0.99)->halfWidth > interval->halfWidth);
    QCOMPARE(confidenceInterval(summarize(std::array{5., 5.}))->halfWidth, 0.);
}

void TestStatistics::givesNoIntervalForOneRun()
{
    QVERIFY(!confidenceInterval(summarize({})));
    QVERIFY(!confidenceInterval(summarize(std::array{3.})));
}

void TestStatistics::coversTheTruth()
{
    std::mt19937_64 random(20260731);
    std::normal_distribution<double> normal(100, 15);
    int covered = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::array values{normal(random), normal(random), normal(random)};
        covered += confidenceInterval(summarize(values))->contains(100);
    }
    QVERIFY(std::abs(covered / 20'000. - 0.95) < 0.01);
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
