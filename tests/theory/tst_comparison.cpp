// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/comparison.h"

#include <QTest>

using namespace pushlab::theory;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void isFairToBoth();
    void mindsTheRepeats();
};

void TestComparison::judges_data()
{
    QTest::addColumn<DelaySample>("first");
    QTest::addColumn<DelaySample>("second");
    QTest::addColumn<double>("clockUncertainty");
    QTest::addColumn<Verdict>("verdict");

    const DelaySample socket{{100, 5, 1}, 4};
    const DelaySample poll{{100, 1005, 577}, 4};
    QTest::newRow("first") << socket << poll << 0. << Verdict::FirstFaster;
    QTest::newRow("second") << poll << socket << 1. << Verdict::SecondFaster;
    QTest::newRow("29 of the first") << DelaySample{{29, 5, 1}, 4} << poll << 0. << Verdict::TooFewSamples;
    QTest::newRow("29 of the second") << socket << DelaySample{{29, 1005, 577}, 4} << 0. << Verdict::TooFewSamples;
    QTest::newRow("30 will do") << DelaySample{{30, 5, 1}, 4} << DelaySample{{30, 1005, 577}, 4} << 0. << Verdict::FirstFaster;
    QTest::newRow("nothing measured") << DelaySample() << DelaySample() << 0. << Verdict::TooFewSamples;
    QTest::newRow("double rate") << socket << DelaySample{{100, 1005, 577}, 8} << 0. << Verdict::RatesDiffer;
    QTest::newRow("6 % apart") << socket << DelaySample{{100, 1005, 577}, 3.76} << 0. << Verdict::RatesDiffer;
    QTest::newRow("4 % apart") << socket << DelaySample{{100, 1005, 577}, 3.84} << 0. << Verdict::FirstFaster;
    QTest::newRow("few and rates") << DelaySample{{3, 5, 1}, 9} << poll << 0. << Verdict::TooFewSamples;
    QTest::newRow("clock") << socket << DelaySample{{100, 7, 1}, 4} << 2.1 << Verdict::ClockTooUncertain;
    QTest::newRow("clock just enough") << socket << DelaySample{{100, 7, 1}, 4} << 1.9 << Verdict::FirstFaster;
    QTest::newRow("chance") << DelaySample{{30, 1000, 577}, 4} << DelaySample{{30, 1200, 577}, 4} << 0. << Verdict::WithinChance;
    QTest::newRow("no chance with more") << DelaySample{{300, 1000, 577}, 4} << DelaySample{{300, 1200, 577}, 4} << 0.
                                         << Verdict::FirstFaster;
    QTest::newRow("equal") << socket << socket << 0. << Verdict::WithinChance;
    QTest::newRow("equal, no spread") << DelaySample{{50, 5, 0}, 4} << DelaySample{{50, 5, 0}, 4} << 0. << Verdict::WithinChance;
    QTest::newRow("no spread") << DelaySample{{50, 5, 0}, 4} << DelaySample{{50, 6, 0}, 4} << 0. << Verdict::FirstFaster;
}

void TestComparison::judges()
{
    QFETCH(DelaySample, first);
    QFETCH(DelaySample, second);
    QFETCH(double, clockUncertainty);
    QTEST(compareDelays(first, second, clockUncertainty), "verdict");
}

void TestComparison::isFairToBoth()
{
    // By hand: t(39) = 2.0227, t(59) = 2.0010; half-widths 2.0227 * 2 / sqrt(40) = 0.6396 and 2.0010 * 3 / sqrt(60) = 0.7750
    const DelaySample first{{40, 10, 2}, 1};
    const DelaySample second{{60, 11.42, 3}, 1};
    QCOMPARE(compareDelays(first, second, 0), Verdict::FirstFaster);
    QCOMPARE(compareDelays(second, first, 0), Verdict::SecondFaster);
    const DelaySample closer{{60, 11.41, 3}, 1};
    QCOMPARE(compareDelays(first, closer, 0), Verdict::WithinChance);
}

//! A delay shown as 17.4 ± 166 ms is not slower than another one.
void TestComparison::mindsTheRepeats()
{
    const DelaySample socket{{100, 1, 0.5}, 4};
    QCOMPARE(compareDelays(socket, {{100, 17.4, 0.5}, 4, 166.}, 0), Verdict::WithinChance);
    QCOMPARE(compareDelays(socket, {{100, 17.4, 0.5}, 4, 2.}, 0), Verdict::FirstFaster);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
