// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/clockoffset.h"

#include <QTest>

using namespace pushlab::session;

class TestClockOffset final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingBeforeTheFirstSample();
    void takesTheMiddleOfTheRoundTrip();
    void keepsTheShortestRoundTrip();
    void takesALongerOneWhenTheOldHasAged();
    void takesTheNewerOneWhenBothCannotBeRight();
    void ignoresASampleThatEndsBeforeItBegins();
    void isPushedByABound();
    void localClockNeverStepsBack();
};

void TestClockOffset::knowsNothingBeforeTheFirstSample()
{
    ClockOffset offset;
    QVERIFY(!offset.hostTime(1));
    QVERIFY(!offset.uncertainty(1));
    offset.addBound(1, 1000); // no sample either
    QVERIFY(!offset.hostTime(1));
}

void TestClockOffset::takesTheMiddleOfTheRoundTrip()
{
    ClockOffset offset;
    offset.addSample(100, 110, 5105);
    QCOMPARE(offset.hostTime(200).value(), 5200.0);
    QCOMPARE(offset.uncertainty(110).value(), 5.0);
}

void TestClockOffset::keepsTheShortestRoundTrip()
{
    ClockOffset offset;
    offset.addSample(100, 104, 5102);
    offset.addSample(200, 240, 5230); // says 10 ms more, but may be wrong by 20
    QCOMPARE(offset.hostTime(300).value(), 5300.0);
    offset.addSample(300, 302, 5302);
    QCOMPARE(offset.hostTime(300).value(), 5301.0);
    QCOMPARE(offset.uncertainty(302).value(), 1.0);
}

void TestClockOffset::takesALongerOneWhenTheOldHasAged()
{
    ClockOffset offset;
    offset.addSample(0, 1, 5000.5);
    const double hour = 3'600'000; // two quartz clocks have drifted by up to 72 ms
    QVERIFY(offset.uncertainty(hour).value() > 70);
    offset.addSample(hour, hour + 20, hour + 5030);
    QCOMPARE(offset.hostTime(hour).value(), hour + 5020);
    QCOMPARE(offset.uncertainty(hour + 20).value(), 10.0);
}

void TestClockOffset::takesTheNewerOneWhenBothCannotBeRight()
{
    ClockOffset offset;
    offset.addSample(100, 101, 5100.5);
    offset.addSample(200, 220, 65210); // the host's clock was set
    QCOMPARE(offset.hostTime(300).value(), 65300.0);
}

void TestClockOffset::ignoresASampleThatEndsBeforeItBegins()
{
    ClockOffset offset;
    offset.addSample(100, 99, 5000);
    QVERIFY(!offset.hostTime(100));
}

void TestClockOffset::isPushedByABound()
{
    ClockOffset offset;
    offset.addSample(100, 110, 5105);
    offset.addBound(200, 5199); // says nothing new
    QCOMPARE(offset.hostTime(200).value(), 5200.0);
    offset.addBound(200, 5203);
    QCOMPARE(offset.hostTime(200).value(), 5203.0);
}

void TestClockOffset::localClockNeverStepsBack()
{
    double before = localMilliseconds();
    for (int i = 0; i < 1000; ++i) {
        const double now = localMilliseconds();
        QVERIFY(now >= before);
        before = now;
    }
}

QTEST_GUILESS_MAIN(TestClockOffset)
#include "tst_clockoffset.moc"
