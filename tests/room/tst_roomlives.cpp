// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "shardhelp.h"
#include "testsubscriber.h"

#include "server/protocol/limits.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace pushlab;
using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

//! The creation and removal of rooms, members and queues in a shard.
class TestRoomLives final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_shard.start(m_clock); }
    void cleanup() { m_shard.reset(); }

    void roomsAreOpenedOnce();
    void roomsAreBounded();
    void roomsGoWhenUnused();
    void roomsThatGoAreNotTold();
    void sweepCountsWhoWent();

private:
    FakeClock m_clock;
    MemoryShard m_shard;
};

void TestRoomLives::roomsAreOpenedOnce()
{
    Room *const lobby = m_shard->find(u"lobby"_s);
    QVERIFY(lobby);
    QVERIFY(!m_shard->find(u"other"_s));
    Room *const other = m_shard->open(u"other"_s);
    QCOMPARE(other->name(), u"other"_s);
    QCOMPARE(m_shard->open(u"other"_s), other);
    QCOMPARE(m_shard->find(u"other"_s), other);
    QCOMPARE(m_shard->open(u"lobby"_s), lobby);
    QCOMPARE(m_shard->rooms().size(), size_t(2));
}

void TestRoomLives::roomsAreBounded()
{
    for (int i = 1; i < protocol::maxRooms; ++i)
        QVERIFY(m_shard->open(QString::number(i)));
    QVERIFY(!m_shard->open(u"one more"_s));
    QVERIFY(m_shard->open(u"1"_s));
    m_clock.advance(protocol::roomLife + 1ms);
    m_shard->sweep(15s);
    QVERIFY(m_shard->open(u"one more"_s));
}

void TestRoomLives::roomsGoWhenUnused()
{
    for (const QString &name : {u"idle"_s, u"used"_s, u"held"_s, u"socket"_s})
        QVERIFY(m_shard->open(name));
    int woken = 0;
    Room *const held = m_shard->find(u"held"_s);
    held->waiting().park(std::make_unique<CountingWaiter>(woken), m_clock.steady() + 1h);
    auto reader = std::make_unique<TestSubscriber>(*m_shard->find(u"socket"_s));

    m_clock.advance(protocol::roomLife);
    m_shard->sweep(15s);
    QCOMPARE(m_shard->rooms().size(), size_t(5)); // each at its last moment
    append(*m_shard->find(u"used"_s), hello());
    m_clock.advance(1ms);
    m_shard->sweep(15s);
    QVERIFY(!m_shard->find(u"idle"_s));
    for (const QString &name : {u"lobby"_s, u"used"_s, u"held"_s, u"socket"_s})
        QVERIFY(m_shard->find(name));

    reader.reset(); // its time begins when the last one leaves
    m_clock.advance(protocol::roomLife);
    m_shard->sweep(15s);
    QVERIFY(m_shard->find(u"socket"_s));
    m_clock.advance(1ms);
    m_shard->sweep(15s);
    QVERIFY(!m_shard->find(u"socket"_s));
    QVERIFY(m_shard->find(u"lobby"_s));
}

void TestRoomLives::roomsThatGoAreNotTold()
{
    append(*m_shard->open(u"other"_s), hello());
    m_clock.advance(protocol::roomLife + 1ms);
    m_shard->sweep(15s);
    QVERIFY(!m_shard->find(u"other"_s));
    pass(*m_shard);
}

void TestRoomLives::sweepCountsWhoWent()
{
    Room *const room = m_shard->open(u"lobby"_s);
    for (const char *key : {"m:ada", "m:ben", "m:eve"})
        QVERIFY(room->touchMember({key, {}, {}}, protocol::Technique::Polling, 1));
    QVERIFY(room->openQueue(u"tony"_s));
    QCOMPARE(m_shard->sweep(15s), 0);
    m_clock.advance(15s + 1ms);
    QCOMPARE(m_shard->sweep(15s), 3);
    m_clock.advance(protocol::queueLife);
    QCOMPARE(m_shard->sweep(15s), 1);
    QCOMPARE(m_shard->sweep(15s), 0);
}

QTEST_GUILESS_MAIN(TestRoomLives)
#include "tst_roomlives.moc"
