// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"
#include "websocketload.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <chrono>

#include <unistd.h>

using namespace pushlab;
using namespace pushlab::tests;

namespace {

// A sanitizer keeps freed memory, and slows everything down.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

using Clock = std::chrono::steady_clock;

struct Arrival
{
    Clock::time_point at;
    server::HostSnapshot snapshot;
};

//! Bytes of memory that the process holds; 0 where there is no /proc.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

//! The greatest number within one second.
qsizetype mostASecond(const QList<Arrival> &arrivals)
{
    qsizetype most = 0;
    for (qsizetype first = 0; first < arrivals.size(); ++first) {
        const auto end = std::find_if(arrivals.begin() + first, arrivals.end(),
                                      [&](const Arrival &arrival) { return arrival.at - arrivals[first].at >= 1s; });
        most = std::max<qsizetype>(most, end - arrivals.begin() - first);
    }
    return most;
}

} // namespace

//! The window's thread is busy: the class must not be affected, nor the window be flooded afterwards.
class TestBusyWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void deliversWhileTheOwnersThreadIsBlocked();
};

void TestBusyWindow::deliversWhileTheOwnersThreadIsBlocked()
{
    constexpr auto block = 5s;
    constexpr WebSocketLoad::Plan plan{20, 960, 5ms, 5s}; // 200 a second, over a little before the block is

    TestHost host;
    QVERIFY(host.port() != 0);
    QList<Arrival> arrivals;
    connect(&host.host(), &server::Host::snapshotTaken, this, [&arrivals](const server::HostSnapshot &snapshot) {
        arrivals.append({Clock::now(), snapshot});
    });
    WebSocketLoad load(host.port(), plan);
    QVERIFY(load.isOpen());
    QTRY_VERIFY(arrivals.size() >= 2);

    const qint64 before = residentBytes();
    load.start();
    arrivals.clear();
    QThread::sleep(block.count());
    const int receivedInTime = load.received();
    const qint64 growth = residentBytes() - before;
    QVERIFY(arrivals.isEmpty()); // it was blocked indeed

    // Only the newest snapshot waits, and at most 10 a second follow.
    QTest::qWait(150);
    const QList<Arrival> first = arrivals;
    QTest::qWait(2000);
    load.join();

    qInfo("p50 %lld us, p99 %lld us, most %lld us, memory +%lld KiB, %lld snapshots at once", qint64(load.percentile(0.5).count()),
          qint64(load.percentile(0.99).count()), qint64(load.percentile(1).count()), growth / 1024, qint64(first.size()));
    QCOMPARE(load.received(), plan.readers * plan.count);
    QVERIFY(load.isInOrder());
    QVERIFY(load.percentile(0.99) < (isSanitized ? 500ms : 50ms));
    if (!isSanitized) {
        QCOMPARE(receivedInTime, plan.readers * plan.count); // while the window was still blocked
        QVERIFY(growth < 8 * 1024 * 1024);
    }
    QVERIFY(!first.isEmpty());
    QVERIFY(first.size() <= 2);
    QVERIFY(first.first().snapshot.messages > plan.count * 3 / 4);
    QVERIFY(arrivals.size() > first.size()); // they go on
    QVERIFY(mostASecond(arrivals) <= 10);
    QCOMPARE(arrivals.last().snapshot.messages, qint64(plan.count));
}

QTEST_GUILESS_MAIN(TestBusyWindow)
#include "tst_busywindow.moc"
