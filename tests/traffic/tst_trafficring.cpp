// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/trafficring.h"

#include <QTest>

using namespace pushlab;
using traffic::TrafficRing;
using wire::TrafficRecord;

namespace {

TrafficRecord recordOf(qsizetype bytes)
{
    TrafficRecord record;
    record.bytes = QByteArray(bytes, 'x');
    return record;
}

} // namespace

//! TrafficRing: its bounds, in records and in bytes.
class TestTrafficRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestGo();
    void bytesAreBounded();
    void numbersGoOnAfterClearing();
};

void TestTrafficRing::theOldestGo()
{
    TrafficRing ring({3, 1024 * 1024});
    for (int i = 0; i < 5; ++i)
        ring.add(recordOf(10));
    QCOMPARE(ring.dropped(), 2U);
    QCOMPARE(ring.oldest(), 3U);
    QCOMPARE(ring.last(), 5U);
    QVERIFY(!ring.find(2) && !ring.find(6));
    QCOMPARE(ring.find(3)->number, 3U);
    QCOMPARE(ring.find(5)->number, 5U);
}

void TestTrafficRing::bytesAreBounded()
{
    TrafficRing ring({1000, 10'000});
    for (int i = 0; i < 100; ++i) {
        ring.add(recordOf(2000));
        QVERIFY(ring.bytes() <= 10'000);
    }
    QVERIFY(ring.count() >= 4);
    ring.add(recordOf(50'000)); // larger than all: it alone
    QCOMPARE(ring.count(), 1U);
    QCOMPARE(ring.find(101)->bytes.size(), 50'000);
}

void TestTrafficRing::numbersGoOnAfterClearing()
{
    TrafficRing ring({2, 10'000});
    for (int i = 0; i < 3; ++i)
        ring.add(recordOf(1));
    ring.clear();
    QCOMPARE(ring.oldest(), 4U);
    QCOMPARE(ring.dropped(), 0U);
    QCOMPARE(ring.bytes(), 0);
    QVERIFY(!ring.find(3));
    QCOMPARE(ring.add(recordOf(1)), 4U);
}

QTEST_GUILESS_MAIN(TestTrafficRing)
#include "tst_trafficring.moc"
