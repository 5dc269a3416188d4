// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epollmain.h"

#include "server/base/loop/mailbox.h"

#include <QEventLoop>

#include <atomic>
#include <thread>

using pushlab::base::EpollDispatcher;
using pushlab::base::Mailbox;

//! Calls of a dispatcher from other threads. In a test of their own, without Qt's queued calls, for the thread sanitizer: Qt
//! itself is not instrumented, and would be reported instead of the dispatcher.
class TestEpollThreads final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void wakeUpEndsAWait()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        QVERIFY(qobject_cast<EpollDispatcher *>(dispatcher));
        constexpr int rounds = 2000;
        std::atomic<int> asked = 0;
        std::atomic<int> answered = 0;
        std::thread other([&] {
            for (int i = 1; i <= rounds; ++i) {
                asked = i;
                dispatcher->wakeUp(); // would hang here if one were lost
                while (answered < i)
                    std::this_thread::yield();
            }
        });
        while (answered < rounds) {
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
            answered = asked.load();
        }
        other.join();
    }

    void wakeUpEndsAWaitWithoutSockets()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        std::atomic<bool> isAsked = false;
        std::thread other([&] {
            isAsked = true;
            dispatcher->wakeUp();
        });
        while (!isAsked)
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
        other.join();
    }

    void interruptEndsAWait()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        for (int round = 0; round < 200; ++round) {
            std::atomic<bool> isInterrupted = false;
            std::thread other([&] {
                isInterrupted = true;
                dispatcher->interrupt();
            });
            while (!isInterrupted)
                dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
            other.join();
        }
    }

    void manyThreadsWakeAndPost()
    {
        constexpr int perThread = 10'000;
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        int received = 0;
        QEventLoop loop;
        Mailbox<int> box([&](std::vector<int> &&values) {
            received += int(values.size());
            if (received == 4 * perThread)
                loop.exit();
        });
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([dispatcher, sender = box.sender()] {
                for (int n = 0; n < perThread; ++n) {
                    sender.post(n);
                    if (n % 16 == 0)
                        dispatcher->wakeUp();
                }
            });
        }
        loop.exec();
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(received, 4 * perThread);
    }
};

int main(int argc, char **argv)
{
    return pushlab::tests::runOnEpoll<TestEpollThreads>(argc, argv);
}
#include "tst_epollthreads.moc"
