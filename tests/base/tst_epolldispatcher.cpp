// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epollmain.h"

#include "server/base/loop/serverdispatcher.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <functional>

#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using pushlab::base::EpollDispatcher;

namespace {

//! A pipe; its destructor closes the open ends.
struct Pipe
{
    std::array<int, 2> ends{-1, -1};

    Pipe() { isOpen = ::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) == 0; }
    ~Pipe()
    {
        for (const int end : ends) {
            if (end >= 0)
                ::close(end);
        }
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    void write() const { isOpen = ::write(ends[1], "x", 1) == 1; }
    bool read() const
    {
        char c = 0;
        return ::read(ends[0], &c, 1) == 1;
    }
    mutable bool isOpen = false;
};

} // namespace

class TestEpollDispatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression()); }

    void isTheDispatcherOfThisThread()
    {
        auto *dispatcher = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
        QVERIFY(dispatcher && dispatcher->isValid());
        QVERIFY(pushlab::base::makeServerDispatcher());
    }

    // Timers

    void timersFireOnTime_data()
    {
        QTest::addColumn<Qt::TimerType>("type");
        QTest::newRow("precise") << Qt::PreciseTimer;
        QTest::newRow("coarse") << Qt::CoarseTimer;
        QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
    }

    void timersFireOnTime()
    {
        QFETCH(const Qt::TimerType, type);
        QTimer timer;
        timer.setTimerType(type);
        timer.setSingleShot(true);
        QSignalSpy fired(&timer, &QTimer::timeout);
        QElapsedTimer elapsed;
        elapsed.start();
        timer.start(40ms);
        QVERIFY(timer.remainingTime() > 0);
        QVERIFY(timer.remainingTime() <= 40);
        QTRY_COMPARE(fired.size(), 1);
        QVERIFY(elapsed.nsecsElapsed() >= 40'000'000);
        QCOMPARE(timer.remainingTime(), -1);
    }

    void zeroTimersLeaveRoomForOthers()
    {
        int turns = 0;
        QTimer idle;
        connect(&idle, &QTimer::timeout, this, [&turns] { ++turns; });
        idle.start(0ms);
        QTimer timer;
        timer.setSingleShot(true);
        QSignalSpy fired(&timer, &QTimer::timeout);
        timer.start(10ms);
        Pipe pipe;
        QSocketNotifier notifier(pipe.ends[0], QSocketNotifier::Read);
        QSignalSpy readable(&notifier, &QSocketNotifier::activated);
        connect(&notifier, &QSocketNotifier::activated, this, [&pipe] { pipe.read(); });
        pipe.write();
        QTRY_VERIFY(fired.size() == 1 && readable.size() == 1);
        QVERIFY(turns > 1);
    }

    void zeroTimerIsNoActivity()
    {
        QTimer idle;
        idle.start(0ms);
        QCoreApplication::processEvents(); // what startTimer posted
        QElapsedTimer elapsed;
        elapsed.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5000); // spins until then if it were one
        QVERIFY(elapsed.elapsed() < 4000);
    }

    void timerDoesNotFireWithinItsOwnSlot()
    {
        int depth = 0;
        int deepest = 0;
        int fired = 0;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            ++fired;
            QEventLoop nested;
            QTimer::singleShot(20ms, &nested, &QEventLoop::quit);
            nested.exec();
            --depth;
        });
        timer.start(1ms);
        QTRY_VERIFY(fired >= 3);
        QCOMPARE(deepest, 1);
    }

    void timerMayStartItselfAnew()
    {
        int fired = 0;
        QTimer timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [&] {
            if (++fired < 5)
                timer.start(1ms);
        });
        timer.start(0ms);
        QTRY_COMPARE(fired, 5);
        QVERIFY(!timer.isActive());
    }

    void timersFollowTheirObject()
    {
        QObject object;
        const int id = object.startTimer(1h);
        auto *dispatcher = QAbstractEventDispatcher::instance();
        const auto timers = dispatcher->registeredTimers(&object);
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QVERIFY(dispatcher->unregisterTimers(&object));
        QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
        QVERIFY(!dispatcher->unregisterTimer(id));
    }

    // Descriptors

    void sendsReadAndWriteEvents()
    {
        Pipe pipe;
        QSocketNotifier writer(pipe.ends[1], QSocketNotifier::Write);
        QSocketNotifier reader(pipe.ends[0], QSocketNotifier::Read);
        QSignalSpy writable(&writer, &QSocketNotifier::activated);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        connect(&writer, &QSocketNotifier::activated, &writer, [&] { writer.setEnabled(false); });
        connect(&reader, &QSocketNotifier::activated, &reader, [&] { QVERIFY(pipe.read()); });
        QTRY_COMPARE(writable.size(), 1);
        pipe.write();
        QTRY_COMPARE(readable.size(), 1);
        QCOMPARE(writable.size(), 1); // disabled
        writer.setEnabled(true);
        QTRY_COMPARE(writable.size(), 2);
    }

    void eventOfAClosedDescriptorReachesNobody()
    {
        // Both ends are ready in one batch. The first one closes the other, whose number is reused at once.
        for (int round = 0; round < 50; ++round) {
            Pipe one;
            Pipe two;
            std::unique_ptr<Pipe> fresh;
            std::unique_ptr<QSocketNotifier> newcomer;
            auto first = std::make_unique<QSocketNotifier>(one.ends[0], QSocketNotifier::Read);
            auto second = std::make_unique<QSocketNotifier>(two.ends[0], QSocketNotifier::Read);
            int falsely = 0;
            const auto replace = [&](Pipe &pipe, std::unique_ptr<QSocketNotifier> &notifier) {
                const int number = pipe.ends[0];
                notifier.reset();
                ::close(std::exchange(pipe.ends[0], -1));
                fresh = std::make_unique<Pipe>();
                QCOMPARE(fresh->ends[0], number);
                newcomer = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
                connect(newcomer.get(), &QSocketNotifier::activated, this, [&] { falsely += fresh->read() ? 0 : 1; });
            };
            connect(first.get(), &QSocketNotifier::activated, this, [&] {
                one.read();
                if (!newcomer)
                    replace(two, second);
            });
            connect(second.get(), &QSocketNotifier::activated, this, [&] {
                two.read();
                if (!newcomer)
                    replace(one, first);
            });
            QCoreApplication::processEvents();
            one.write();
            two.write();
            QTRY_VERIFY(newcomer);
            QCoreApplication::processEvents();
            QCOMPARE(falsely, 0);
            fresh->write();
            QSignalSpy readable(newcomer.get(), &QSocketNotifier::activated);
            QTRY_COMPARE(readable.size(), 1);
        }
    }

    void tableMayGrowWhileEventsAreSent()
    {
        Pipe pipe;
        QSocketNotifier reader(pipe.ends[0], QSocketNotifier::Read);
        std::vector<std::unique_ptr<Pipe>> pipes;
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        int readable = 0;
        connect(&reader, &QSocketNotifier::activated, this, [&] {
            pipe.read();
            for (int i = 0; i < 300; ++i) {
                pipes.push_back(std::make_unique<Pipe>());
                Pipe *added = pipes.back().get();
                QVERIFY(added->isOpen);
                notifiers.push_back(std::make_unique<QSocketNotifier>(added->ends[0], QSocketNotifier::Read));
                connect(notifiers.back().get(), &QSocketNotifier::activated, this,
                        [&readable, added] { readable += added->read() ? 1 : 0; });
                added->write();
            }
        });
        pipe.write();
        QTRY_COMPARE(readable, 300);
    }

    void nestedLoopGoesOnWithTheBatch()
    {
        // The first of two ready descriptors waits for the second in a loop of its own.
        Pipe one;
        Pipe two;
        QSocketNotifier first(one.ends[0], QSocketNotifier::Read);
        QSocketNotifier second(two.ends[0], QSocketNotifier::Read);
        int sent = 0;
        QEventLoop nested;
        const auto take = [&](Pipe &pipe) {
            QVERIFY(pipe.read()); // each event is sent once
            if (++sent == 1)
                nested.exec();
            else
                nested.quit();
        };
        connect(&first, &QSocketNotifier::activated, this, [&] { take(one); });
        connect(&second, &QSocketNotifier::activated, this, [&] { take(two); });
        one.write();
        two.write();
        QTRY_COMPARE(sent, 2);
        QCoreApplication::processEvents();
        QCOMPARE(sent, 2);
    }

    void excludedDescriptorsWait()
    {
        Pipe pipe;
        QSocketNotifier reader(pipe.ends[0], QSocketNotifier::Read);
        int readable = 0;
        connect(&reader, &QSocketNotifier::activated, this, [&] { readable += pipe.read() ? 1 : 0; });
        pipe.write();
        QEventLoop loop;
        QTimer::singleShot(20ms, &loop, &QEventLoop::quit);
        QElapsedTimer elapsed;
        elapsed.start();
        int turns = 0;
        while (elapsed.elapsed() < 15) {
            loop.processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
            ++turns;
        }
        QVERIFY(turns < 100); // waits for the timer, though a descriptor is ready
        QCOMPARE(readable, 0);
        QTRY_COMPARE(readable, 1);
    }

    void refusesWhatCannotBeWatched()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot watch descriptor"_s));
        const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
        QVERIFY(file >= 0);
        QSocketNotifier notifier(file, QSocketNotifier::Read);
        QTRY_VERIFY(!notifier.isEnabled());
        ::close(file);
    }

    // Loops and threads

    void exitOfAnOuterLoopSurvivesANestedPass()
    {
        QEventLoop outer;
        // Queued: the slot is to run while posted events are sent, after which the outer loop would wait.
        QMetaObject::invokeMethod(
            &outer,
            [&] {
                outer.exit(7);
                QCoreApplication::processEvents();
            },
            Qt::QueuedConnection);
        QCOMPARE(outer.exec(), 7);
    }

    void postedEventsFollowOneAnotherWithoutWaiting()
    {
        int left = 1000;
        QEventLoop loop;
        std::function<void()> step = [&] {
            if (--left == 0)
                loop.quit();
            else
                QMetaObject::invokeMethod(&loop, step, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(&loop, step, Qt::QueuedConnection);
        loop.exec();
        QCOMPARE(left, 0);
    }

    void servesAThreadOfItsOwn()
    {
        for (int round = 0; round < 20; ++round) {
            QThread thread;
            thread.setEventDispatcher(pushlab::base::makeServerDispatcher().release());
            QObject context;
            context.moveToThread(&thread);
            thread.start();
            int there = 0;
            int here = 0;
            for (int i = 0; i < 500; ++i) {
                QMetaObject::invokeMethod(
                    &context,
                    [&] { // queued: into the thread, and back
                        ++there;
                        QMetaObject::invokeMethod(
                            this, [&] { ++here; }, Qt::QueuedConnection);
                    },
                    Qt::QueuedConnection);
            }
            QTRY_COMPARE(here, 500);
            thread.quit();
            QVERIFY(thread.wait(5000));
            QCOMPARE(there, 500);
        }
    }

    void objectsMoveWithTheirTimers()
    {
        QThread thread;
        thread.setEventDispatcher(pushlab::base::makeServerDispatcher().release());
        QTimer timer;
        std::atomic<int> fired = 0;
        connect(&timer, &QTimer::timeout, &timer, [&] { ++fired; });
        timer.start(1ms);
        timer.moveToThread(&thread);
        thread.start();
        QTRY_VERIFY(fired > 3);
        QMetaObject::invokeMethod(&timer, &QTimer::stop, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(5000));
    }

    void runsProcesses()
    {
        QProcess process;
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(u"/bin/sh"_s, {u"-c"_s, u"cat; echo done >&2"_s});
        process.write(QByteArray(300'000, 'x'));
        process.closeWriteChannel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardOutput().size(), 300'000);
        QCOMPARE(process.readAllStandardError(), QByteArray("done\n"));
    }
};

int main(int argc, char **argv)
{
    return pushlab::tests::runOnEpoll<TestEpollDispatcher>(argc, argv);
}
#include "tst_epolldispatcher.moc"
