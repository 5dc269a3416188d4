// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/truth/twowaymean.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using pushlab::tests::TwoWayMean;
using pushlab::tests::twoWayMean;

//! The standard error by which measured means are held against theory: neither too small nor so great that all would pass.
class TestTwoWayMean final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheMean();
    void coversTheTruth_data();
    void coversTheTruth();
};

void TestTwoWayMean::isTheMean()
{
    const TwoWayMean mean = twoWayMean({{1, 2, 3, 4}, {3, 4, 5, 6}});
    QCOMPARE(mean.n, 8);
    QCOMPARE(mean.mean, 3.5);
    QCOMPARE(mean.standardError, 1.0); // 2.5 and 4.5; one run tells nothing
    QCOMPARE(twoWayMean({}).n, 0);
}

void TestTwoWayMean::coversTheTruth_data()
{
    QTest::addColumn<double>("ofMember"); // standard deviations of what they have in common
    QTest::addColumn<double>("ofMessage");
    QTest::addColumn<double>("ofRun");
    QTest::newRow("independent") << 0. << 0. << 0.;
    QTest::newRow("members' clocks") << 2. << 0. << 0.;
    QTest::newRow("messages' moments") << 0. << 2. << 0.;
    QTest::newRow("messages that follow each other") << 0. << 0. << 1.;
}

void TestTwoWayMean::coversTheTruth()
{
    QFETCH(double, ofMember);
    QFETCH(double, ofMessage);
    QFETCH(double, ofRun);
    QRandomGenerator random(1);
    const auto sample = [&random](double deviation) { return (random.generateDouble() - 0.5) * deviation * std::sqrt(12.); };
    constexpr int rounds = 400;
    constexpr int members = 16;
    constexpr int messages = 32;
    int outside = 0;
    double squares = 0; // of the true errors
    double estimated = 0;
    for (int round = 0; round < rounds; ++round) {
        QList<QList<double>> delays(members, QList<double>(messages, 0));
        double run = 0;
        for (int i = 0; i < messages; ++i) {
            if (i % 2 == 0)
                run = sample(ofRun);
            const double ofAll = sample(ofMessage) + run;
            for (QList<double> &own : delays)
                own[i] = ofAll + sample(1);
        }
        for (QList<double> &own : delays) {
            const double clock = sample(ofMember);
            for (double &delay : own)
                delay += clock;
        }
        const TwoWayMean mean = twoWayMean(delays);
        outside += std::abs(mean.mean) > 3 * mean.standardError;
        squares += mean.mean * mean.mean;
        estimated += mean.standardError * mean.standardError;
    }
    QVERIFY2(outside <= rounds / 40, qPrintable(QString::number(outside)));
    QVERIFY2(estimated > 0.7 * squares && estimated < 2.7 * squares, qPrintable(QString::number(estimated / squares)));
}

QTEST_GUILESS_MAIN(TestTwoWayMean)
#include "tst_twowaymean.moc"
