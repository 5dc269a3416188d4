// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "shardhelp.h"
#include "testsubscriber.h"

#include "server/protocol/limits.h"
#include "server/room/shard.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <numeric>

using namespace pushlab;
using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Readers = std::vector<std::unique_ptr<TestSubscriber>>;

Readers enter(Room &room, size_t count)
{
    Readers readers;
    for (size_t i = 0; i < count; ++i)
        readers.push_back(std::make_unique<TestSubscriber>(room));
    return readers;
}

int callsOf(const Readers &readers)
{
    return std::accumulate(readers.begin(), readers.end(), 0, [](int sum, const auto &r) { return r ? sum + r->calls : sum; });
}

//! Runs passes until nothing is left to deliver; returns their number.
int passes(Shard &shard, const Readers &readers)
{
    int count = 0;
    for (int calls = -1; calls != callsOf(readers); ++count) {
        calls = callsOf(readers);
        pass(shard);
    }
    return count - 1;
}

} // namespace

class TestShard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup() { m_shard.reset(); }

    void tellsAtTheEndOfThePass();
    void tellsInSlices();
    void tellsRoomsInTurn();
    void wakesThoseWhoWait();
    void tellsWhatIsAppendedMeanwhile();
    void tellsNobodyOfNothing();
    void leavingDuringABroadcastSkipsNobody_data();
    void leavingDuringABroadcastSkipsNobody();
    void leavesDuringItsOwnDelivery();
    void entersDuringABroadcast();
    void leavesAtRandom();
    void allLogsAreBounded();
    void queuesSurviveAnEmptiedLog();
    void boundsThoseWhoWait();

private:
    FakeClock m_clock;
    MemoryShard m_shard;
    Room *m_room = nullptr;
};

void TestShard::init()
{
    m_shard.start(m_clock);
    m_room = m_shard->find(u"lobby"_s);
}

void TestShard::tellsAtTheEndOfThePass()
{
    const Readers readers = enter(*m_room, 3);
    for (int i = 0; i < 100; ++i)
        append(*m_room, hello());
    QCOMPARE(callsOf(readers), 0); // never from within append()
    pass(*m_shard);
    for (const auto &reader : readers) {
        QCOMPARE(reader->calls, 1); // all hundred at once
        QCOMPARE(reader->cursor(), 100);
    }
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 3);
}

void TestShard::tellsInSlices()
{
    const Readers readers = enter(*m_room, 2500);
    append(*m_room, hello());
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 1000);
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 2000);
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 2500);
    for (const auto &reader : readers)
        QCOMPARE(reader->calls, 1);
}

void TestShard::tellsRoomsInTurn()
{
    Room *const other = m_shard->open(u"other"_s);
    const Readers many = enter(*m_room, 3000);
    const Readers few = enter(*other, 10);
    append(*m_room, hello());
    append(*other, hello());
    pass(*m_shard);
    QCOMPARE(callsOf(many), 1000);
    pass(*m_shard); // a large room does not keep a small one waiting to its end
    QCOMPARE(callsOf(few), 10);
    QCOMPARE(passes(*m_shard, many), 2);
    QCOMPARE(callsOf(many), 3000);
}

void TestShard::wakesThoseWhoWait()
{
    int woken = 0;
    const Readers readers = enter(*m_room, 600);
    for (int i = 0; i < 600; ++i)
        m_room->waiting().park(std::make_unique<CountingWaiter>(woken), m_clock.steady() + 1h);
    append(*m_room, hello());
    pass(*m_shard);
    QCOMPARE(callsOf(readers) + woken, 1000); // they share the slice
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 600);
    QCOMPARE(woken, 600);
    QVERIFY(m_room->waiting().isEmpty());
}

void TestShard::tellsWhatIsAppendedMeanwhile()
{
    const Readers readers = enter(*m_room, 1500);
    append(*m_room, hello());
    pass(*m_shard);
    append(*m_room, hello()); // 1000 have been told of the first alone
    passes(*m_shard, readers);
    for (const auto &reader : readers)
        QCOMPARE(reader->cursor(), 2);
}

void TestShard::tellsNobodyOfNothing()
{
    const Readers readers = enter(*m_room, 3);
    readers[1]->onDeliver = [this, &readers] {
        if (readers[1]->calls == 1)
            append(*m_room, hello()); // the answer to one request lets the next in
    };
    append(*m_room, hello());
    passes(*m_shard, readers);
    for (const auto &reader : readers) {
        QCOMPARE(reader->cursor(), 2);
        QVERIFY(reader->calls <= 2);
    }
}

void TestShard::leavingDuringABroadcastSkipsNobody_data()
{
    QTest::addColumn<int>("leaver");
    QTest::newRow("first of the told") << 0;
    QTest::newRow("among the told") << 400;
    QTest::newRow("last of the told") << 999;
    QTest::newRow("next to be told") << 1000;
    QTest::newRow("among those to be told") << 1200;
    QTest::newRow("last of all") << 1499;
}

void TestShard::leavingDuringABroadcastSkipsNobody()
{
    QFETCH(int, leaver);
    Readers readers = enter(*m_room, 1500);
    append(*m_room, hello());
    pass(*m_shard);
    QCOMPARE(callsOf(readers), 1000);
    readers[size_t(leaver)].reset();
    passes(*m_shard, readers);
    for (const auto &reader : readers) {
        if (reader)
            QCOMPARE(reader->calls, 1);
    }
}

void TestShard::leavesDuringItsOwnDelivery()
{
    Readers readers = enter(*m_room, 10);
    for (size_t i = 0; i < readers.size(); i += 3)
        readers[i]->onDeliver = [&reader = *readers[i]] { reader.leave(); };
    readers[4]->onDeliver = [&readers] { // and takes others along
        readers[1]->leave();
        readers[8]->leave();
    };
    append(*m_room, hello());
    passes(*m_shard, readers);
    for (size_t i = 0; i < readers.size(); ++i) {
        if (i != 1 && i != 8) // these may have left before their turn
            QCOMPARE(readers[i]->calls, 1);
    }
    append(*m_room, hello());
    passes(*m_shard, readers);
    for (const size_t i : {0, 1, 3, 6, 8, 9})
        QVERIFY(readers[i]->calls <= 1);
    for (const size_t i : {2, 4, 5, 7})
        QCOMPARE(readers[i]->calls, 2);
}

void TestShard::entersDuringABroadcast()
{
    Readers readers = enter(*m_room, 1500);
    append(*m_room, hello());
    pass(*m_shard);
    readers.push_back(std::make_unique<TestSubscriber>(*m_room)); // has the message from its replay
    passes(*m_shard, readers);
    append(*m_room, hello());
    passes(*m_shard, readers);
    QCOMPARE(readers.back()->cursor(), 2);
    QCOMPARE(readers.back()->news, 1);
}

void TestShard::leavesAtRandom()
{
    QRandomGenerator random(20260101);
    Readers readers = enter(*m_room, 4000);
    for (qint64 seq = 1; seq <= 30; ++seq) {
        append(*m_room, hello());
        for (int turn = 0; turn < 3; ++turn) {
            pass(*m_shard);
            for (int i = 0; i < 40; ++i)
                readers[random.bounded(quint32(readers.size()))].reset();
            readers.push_back(std::make_unique<TestSubscriber>(*m_room));
        }
        passes(*m_shard, readers);
        std::erase(readers, nullptr);
        for (const auto &reader : readers)
            QCOMPARE(reader->cursor(), seq);
    }
}

void TestShard::allLogsAreBounded()
{
    constexpr qsizetype bound = 1'000'000;
    m_shard.start(m_clock, bound);
    Room *const large = m_shard->open(u"large"_s);
    Room *const small = m_shard->open(u"small"_s);
    append(*small, hello());
    for (int i = 0; i < 2000; ++i) {
        append(*large, hello(1000));
        QVERIFY(large->log().bytes() + small->log().bytes() <= bound);
    }
    QVERIFY(large->log().bytes() > bound / 2);
    QCOMPARE(large->log().next(), 2000);
    QCOMPARE(small->log().oldest(), 1); // the largest pays

    // What is removed with its room does not count any longer.
    append(*small, hello());
    m_clock.advance(protocol::roomLife);
    append(*small, hello());
    m_clock.advance(1ms);
    m_shard->sweep(15s);
    QVERIFY(!m_shard->find(u"large"_s));
    for (int i = 0; i < 700; ++i)
        append(*small, hello(1000));
    QCOMPARE(small->log().oldest(), 1);
}

void TestShard::queuesSurviveAnEmptiedLog()
{
    m_shard.start(m_clock, 100'000);
    Room *const room = m_shard->find(u"lobby"_s);
    Room *const other = m_shard->open(u"other"_s);
    QVERIFY(room->openQueue(u"mia"_s));
    append(*room, hello(60'000));
    append(*other, hello(50'000)); // one message a room, and together they are too much
    QCOMPARE(room->log().oldest(), 2);
    QCOMPARE(room->log().next(), 1);
    Queue &queue = *room->queue(u"mia"_s);
    QVERIFY(!room->head(queue));
    append(*room, hello());
    QVERIFY(room->head(queue));
    QCOMPARE(room->head(queue)->textJson(), QByteArrayView("\"xxxxx\""));
}

void TestShard::boundsThoseWhoWait()
{
    int woken = 0;
    for (int i = 0; i < protocol::maxWaiting; ++i) {
        QVERIFY(m_shard->mayWait());
        m_room->waiting().park(std::make_unique<CountingWaiter>(woken), m_clock.steady() + 1h);
    }
    QVERIFY(!m_shard->mayWait());
    m_shard->deadlines().expireAll();
    QVERIFY(m_shard->mayWait());
}

QTEST_GUILESS_MAIN(TestShard)
#include "tst_shard.moc"
