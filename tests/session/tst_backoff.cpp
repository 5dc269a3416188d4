// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/backoff.h"

#include <QTest>

using namespace pushlab::session;
using namespace std::chrono_literals;

class TestBackoff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToThirtySeconds();
    void jitterIsTwentyPercent_data();
    void jitterIsTwentyPercent();
    void beginsAgainAfterReset();
    void staysInBoundsWithQtsGenerator();
};

void TestBackoff::doublesUpToThirtySeconds()
{
    Backoff backOff([] { return 0.5; });
    for (const std::chrono::milliseconds expected : {1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 30000ms, 30000ms, 30000ms})
        QCOMPARE(backOff.next().count(), expected.count());
}

void TestBackoff::jitterIsTwentyPercent_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("first");
    QTest::newRow("lowest") << 0.0 << qint64(800);
    QTest::newRow("middle") << 0.5 << qint64(1000);
    QTest::newRow("highest") << 1.0 << qint64(1200);
}

void TestBackoff::jitterIsTwentyPercent()
{
    QFETCH(double, random);
    Backoff backOff([random] { return random; });
    QTEST(qint64(backOff.next().count()), "first");
}

void TestBackoff::beginsAgainAfterReset()
{
    Backoff backOff([] { return 0.5; });
    for (int i = 0; i < 4; ++i)
        QVERIFY(backOff.next() >= 1s);
    backOff.reset();
    QCOMPARE(backOff.next().count(), 1000);
    QCOMPARE(backOff.next().count(), 2000);
}

void TestBackoff::staysInBoundsWithQtsGenerator()
{
    for (int i = 0; i < 1000; ++i) {
        Backoff backOff;
        const std::chrono::milliseconds pause = backOff.next();
        QVERIFY(pause >= 800ms && pause <= 1200ms);
    }
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
