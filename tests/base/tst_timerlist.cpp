// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/timerlist.h"

#include <QTest>

using namespace std::chrono_literals;
using pushlab::base::TimerList;

namespace {

constexpr TimerList::Clock::time_point start{1000s};

//! Fires what one pass at \a now may fire and returns the identifiers in order.
QList<int> firedAt(TimerList &timers, TimerList::Clock::time_point now)
{
    QList<int> fired;
    const TimerList::Pass pass = timers.beginPass(now);
    while (const auto due = timers.takeDue(pass)) {
        fired.append(due->id);
        timers.finish(*due);
    }
    return fired;
}

} // namespace

class TestTimerList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void isEmptyAtFirst()
    {
        TimerList timers;
        QVERIFY(!timers.nextDue());
        QVERIFY(!timers.remove(1));
        QVERIFY(!timers.removeAll(this));
        QVERIFY(!timers.remaining(1, start));
        QVERIFY(firedAt(timers, start).isEmpty());
    }

    void firesInOrderOfMoments()
    {
        TimerList timers;
        timers.add(1, 30ms, Qt::PreciseTimer, this, start);
        timers.add(2, 10ms, Qt::CoarseTimer, this, start);
        timers.add(3, 10ms, Qt::VeryCoarseTimer, this, start);
        QCOMPARE(*timers.nextDue(), start + 10ms);
        QCOMPARE(firedAt(timers, start + 9ms), QList<int>());
        QCOMPARE(firedAt(timers, start + 10ms), (QList<int>{2, 3}));
        QCOMPARE(firedAt(timers, start + 10ms), QList<int>());
        QCOMPARE(firedAt(timers, start + 35ms), (QList<int>{2, 3, 1}));
    }

    void keepsItsRhythm()
    {
        TimerList timers;
        timers.add(1, 10ms, Qt::PreciseTimer, this, start);
        QCOMPARE(firedAt(timers, start + 13ms), QList<int>{1});
        QCOMPARE(*timers.nextDue(), start + 20ms);
        QCOMPARE(firedAt(timers, start + 65ms), QList<int>{1}); // four turns missed: not made up for
        QCOMPARE(*timers.nextDue(), start + 75ms);
    }

    void zeroTimerFiresOnceAPassAndLastAmongEquals()
    {
        TimerList timers;
        timers.add(1, 0ms, Qt::CoarseTimer, this, start);
        timers.add(2, 5ms, Qt::CoarseTimer, this, start);
        QCOMPARE(firedAt(timers, start), QList<int>{1});
        QCOMPARE(firedAt(timers, start), QList<int>{1});
        QCOMPARE(firedAt(timers, start + 5ms), (QList<int>{1, 2}));
        QCOMPARE(firedAt(timers, start + 5ms), QList<int>{1});
        const auto due = timers.takeDue(timers.beginPass(start + 6ms));
        QVERIFY(due && due->isIdle);
    }

    void timerStartedInASlotWaitsForTheNextPass()
    {
        TimerList timers;
        timers.add(1, 1ms, Qt::CoarseTimer, this, start);
        const TimerList::Pass pass = timers.beginPass(start + 1ms);
        const auto due = timers.takeDue(pass);
        QVERIFY(due);
        timers.add(2, 0ms, Qt::CoarseTimer, this, start + 1ms);
        QVERIFY(timers.remove(1));
        timers.add(1, 0ms, Qt::CoarseTimer, this, start + 1ms); // the same identifier, another timer
        timers.finish(*due);
        QVERIFY(!timers.takeDue(pass));
        QCOMPARE(firedAt(timers, start + 1ms), (QList<int>{2, 1}));
    }

    void timerInItsOwnSlotDoesNotFireAgain()
    {
        TimerList timers;
        timers.add(1, 1ms, Qt::CoarseTimer, this, start);
        timers.add(2, 50ms, Qt::CoarseTimer, this, start);
        const auto due = timers.takeDue(timers.beginPass(start + 1ms));
        QVERIFY(due);
        QCOMPARE(*timers.nextDue(), start + 50ms); // what a nested loop waits for
        QCOMPARE(firedAt(timers, start + 60ms), QList<int>{2});
        QCOMPARE(timers.timersOf(this).size(), 2); // it exists all the same
        QCOMPARE(*timers.remaining(1, start + 1ms), TimerList::Clock::duration(1ms));
        timers.finish(*due);
        QCOMPARE(firedAt(timers, start + 60ms), QList<int>{1});
    }

    void removingInASlotEndsTheTimer()
    {
        TimerList timers;
        timers.add(1, 1ms, Qt::CoarseTimer, this, start);
        timers.add(2, 1ms, Qt::CoarseTimer, this, start);
        const TimerList::Pass pass = timers.beginPass(start + 1ms);
        const auto due = timers.takeDue(pass);
        QVERIFY(due);
        QVERIFY(timers.removeAll(this));
        timers.finish(*due);
        QVERIFY(!timers.takeDue(pass));
        QVERIFY(!timers.nextDue());
    }

    void knowsTheTimersOfAnObject()
    {
        QObject other;
        TimerList timers;
        timers.add(1, 10ms, Qt::PreciseTimer, this, start);
        timers.add(2, 20ms, Qt::CoarseTimer, &other, start);
        const auto list = timers.timersOf(&other);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().timerId, 2);
        QCOMPARE(list.first().interval, 20);
        QCOMPARE(list.first().timerType, Qt::CoarseTimer);
        QVERIFY(timers.removeAll(&other));
        QVERIFY(!timers.remaining(2, start));
        QCOMPARE(*timers.remaining(1, start + 4ms), TimerList::Clock::duration(6ms));
        QCOMPARE(*timers.remaining(1, start + 40ms), TimerList::Clock::duration(0));
    }

    void holdsThousands()
    {
        TimerList timers;
        for (int id = 0; id < 20'000; ++id)
            timers.add(id, std::chrono::milliseconds(id % 97 + 1), Qt::CoarseTimer, this, start);
        for (int id = 0; id < 20'000; id += 2)
            QVERIFY(timers.remove(id));
        QCOMPARE(firedAt(timers, start + 97ms).size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestTimerList)
#include "tst_timerlist.moc"
