// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/ratemeter.h"

#include <QTest>

#include <chrono>

using namespace std::chrono_literals;
using pushlab::app::RateMeter;

class TestRateMeter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeASecond();
    void steadyGrowth();
    void forgetsWhatIsOlderThanTheWindow();
};

void TestRateMeter::nothingBeforeASecond()
{
    RateMeter meter(5s);
    QVERIFY(!meter.perSecond());
    meter.add(0, 0);
    meter.add(500, 10);
    QVERIFY(!meter.perSecond());
}

void TestRateMeter::steadyGrowth()
{
    RateMeter meter(5s);
    for (int i = 0; i <= 1000; ++i)
        meter.add(i * 10, i);
    QVERIFY(qAbs(meter.perSecond().value() - 100) < 0.5);
}

void TestRateMeter::forgetsWhatIsOlderThanTheWindow()
{
    RateMeter meter(5s);
    for (int i = 0; i <= 100; ++i)
        meter.add(i * 100, i < 50 ? i * 1000 : 50'000);
    QVERIFY(meter.perSecond().value() < 500);
    for (int i = 101; i <= 120; ++i)
        meter.add(i * 100, 50'000);
    QCOMPARE(meter.perSecond().value(), 0.0);
}

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
