// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "fakestorage.h"
#include "shardhelp.h"
#include "testsubscriber.h"

#include "server/protocol/limits.h"
#include "server/room/shard.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

protocol::Outgoing saying(const QString &text, const QString &id = {})
{
    protocol::Outgoing outgoing;
    outgoing.text = text;
    outgoing.id = id;
    outgoing.member = id.isEmpty() ? QString() : u"mia"_s;
    return outgoing;
}

QString textAt(const RoomLog &log, qint64 seq)
{
    return QJsonDocument::fromJson(log.at(seq).json)[u"text"].toString();
}

} // namespace

//! Rooms with a storage.
class TestStoredRooms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();

    void nothingIsSeenBeforeItIsCommitted();
    void theSameIsPendingOnce();
    void queuesAreTold();
    void goesOnUnderANewEpochWhenTheStorageFails();
    void trimsByTheThousand();
    void refusesWhenTheDiskIsBehind();
    void comesBackAsItWasStored();
    void roomsStayForTheirMessages();
    void theLongestIdleGivesWay();

private:
    void restart(std::vector<StoredRoom> rooms = {});
    void give(Room &room, const protocol::Outgoing &outgoing);
    void give(const protocol::Outgoing &outgoing) { give(*m_room, outgoing); }
    void commit(qint64 seq, const QString &room = u"lobby"_s)
    {
        m_storage.listener->onCommitted({room, m_storage.epochs.value(room)}, seq);
    }
    [[nodiscard]] NotedReceipt::Notes takeNotes() { return std::exchange(m_told, {}); }

    FakeClock m_clock;
    FakeStorage m_storage;
    std::unique_ptr<LocalLog> m_logs;
    std::unique_ptr<Shard> m_shard;
    Room *m_room = nullptr;
    NotedReceipt::Notes m_told;
};

void TestStoredRooms::init()
{
    m_told.clear();
    m_storage.take();
    restart();
    QCOMPARE(m_storage.take(), QStringList(u"open lobby"_s));
}

void TestStoredRooms::cleanup()
{
    m_shard.reset();
    m_logs.reset();
    QVERIFY(!m_storage.listener);
}

void TestStoredRooms::restart(std::vector<StoredRoom> rooms)
{
    m_shard.reset();
    m_logs = std::make_unique<LocalLog>(m_clock, m_storage, std::move(rooms));
    m_shard = std::make_unique<Shard>(m_clock, *m_logs, u"lobby"_s);
    m_room = m_shard->find(u"lobby"_s);
}

void TestStoredRooms::give(Room &room, const protocol::Outgoing &outgoing)
{
    NotedReceipt receipt(m_told);
    room.append(outgoing, receipt);
}

void TestStoredRooms::nothingIsSeenBeforeItIsCommitted()
{
    TestSubscriber reader(*m_room);
    QVERIFY(m_room->openQueue(u"queue"_s));
    for (qint64 seq = 1; seq <= 3; ++seq)
        give(saying(QString::number(seq)));
    QCoreApplication::processEvents();
    QCOMPARE(m_storage.take(),
             QStringList({u"queue lobby queue 0"_s, u"append lobby 1"_s, u"append lobby 2"_s, u"append lobby 3"_s}));
    QCOMPARE(m_room->log().next(), 0);
    QCOMPARE(reader.calls, 0);
    QVERIFY(!m_room->head(*m_room->queue(u"queue"_s)));
    QCOMPARE(m_told, QList<qint64>());

    commit(2);
    QCOMPARE(m_told, QList<qint64>({1, 2}));
    QCOMPARE(m_room->log().next(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(reader.cursor(), 2);
    commit(3);
    QCOMPARE(m_told, QList<qint64>({1, 2, 3}));
    QCOMPARE(textAt(m_room->log(), 3), u"3"_s);
}

void TestStoredRooms::theSameIsPendingOnce()
{
    give(saying(u"a"_s, u"1"_s));
    give(saying(u"a"_s, u"1"_s));
    QCOMPARE(m_storage.take(), QStringList(u"append lobby 1"_s));
    commit(1);
    QCOMPARE(takeNotes(), QList<qint64>({1, 1}));
    give(saying(u"a"_s, u"1"_s)); // and after it is there
    QCOMPARE(takeNotes(), QList<qint64>({1}));
    QCOMPARE(m_storage.take(), QStringList());
    give(saying(u"b"_s, u"2"_s));
    QCOMPARE(m_storage.take(), QStringList(u"append lobby 2"_s));
}

void TestStoredRooms::queuesAreTold()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    give(saying(u"a"_s));
    commit(1);
    m_room->advance(*m_room->queue(u"mia"_s));
    m_clock.advance(protocol::queueLife + 1ms);
    m_room->sweep(1h);
    QCOMPARE(m_storage.take(),
             QStringList({u"queue lobby mia 0"_s, u"append lobby 1"_s, u"queue lobby mia 1"_s, u"close lobby mia"_s}));
}

void TestStoredRooms::goesOnUnderANewEpochWhenTheStorageFails()
{
    TestSubscriber reader(*m_room);
    QSignalSpy failed(m_shard.get(), &Shard::storageFailed);
    const QString epoch = m_room->log().epoch();
    give(saying(u"kept"_s));
    commit(1);
    QCOMPARE(takeNotes(), QList<qint64>({1}));
    give(saying(u"pending"_s, u"1"_s));
    m_storage.take();
    m_storage.listener->onStorageFailed(u"disk full"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_storage.listener);
    QVERIFY(m_room->log().epoch() != epoch);
    QCOMPARE(reader.beginnings, 1);
    QCOMPARE(m_told, QList<qint64>({2})); // lost is nothing
    QCOMPARE(textAt(m_room->log(), 1), u"kept"_s);
    QCOMPARE(textAt(m_room->log(), 2), u"pending"_s);
    QCOMPARE(append(*m_room, saying(u"pending"_s, u"1"_s)), 2);
    QCOMPARE(append(*m_room, saying(u"in memory"_s)), 3); // at once from now on
    QCOMPARE(m_storage.take(), QStringList());
}

void TestStoredRooms::trimsByTheThousand()
{
    for (qint64 seq = 1; seq <= protocol::maxLogMessages + 1500; ++seq)
        give(saying(u"x"_s));
    m_storage.take();
    for (qint64 seq = protocol::maxLogMessages; seq <= protocol::maxLogMessages + 1500; seq += 100)
        commit(seq);
    QCOMPARE(m_room->log().oldest(), 1501);
    QCOMPARE(m_storage.take(), QStringList(u"trim lobby 1001"_s));
}

void TestStoredRooms::refusesWhenTheDiskIsBehind()
{
    const QString text(protocol::maxTextBytes, u'x');
    qint64 given = 0;
    for (; m_told.isEmpty(); ++given)
        give(saying(text));
    const NotedReceipt::Notes refused{NotedReceipt::refusedMark};
    QCOMPARE(takeNotes(), refused);
    QVERIFY(given > 100 && given <= protocol::maxPendingBytes / protocol::maxTextBytes);
    give(*m_shard->open(u"other"_s), saying(text)); // the bound is on all rooms together
    QCOMPARE(takeNotes(), refused);
    commit(1);
    QCOMPARE(takeNotes(), QList<qint64>({1}));
    m_storage.take();
    give(saying(text));
    QCOMPARE(m_storage.take(), QStringList(u"append lobby %1"_s.arg(given))); // what was refused has no number
    QCOMPARE(takeNotes(), QList<qint64>());
    give(saying(text));
    QCOMPARE(takeNotes(), refused);
}

void TestStoredRooms::comesBackAsItWasStored()
{
    RoomLog log(u"e7"_s, {100, 1'000'000}, 5);
    for (const QString &text : {u"five"_s, u"six"_s}) {
        protocol::Message message;
        message.text = text;
        log.append(message,
                   text == "six"_L1 ? QByteArray("mia\0"
                                                 "1",
                                                 5)
                                    : QByteArray());
    }
    std::vector<StoredRoom> rooms;
    rooms.push_back({u"lobby"_s, std::move(log), {{u"ben"_s, 5}, {u"eve"_s, 99}}});
    restart(std::move(rooms));
    QCOMPARE(m_storage.take(), QStringList()); // nothing that it does not know
    QCOMPARE(m_room->log().epoch(), u"e7"_s);
    QCOMPARE(m_room->log().oldest(), 5);
    QCOMPARE(m_room->log().next(), 6);
    give(saying(u"six"_s, u"1"_s));
    QCOMPARE(takeNotes(), QList<qint64>({6}));
    give(saying(u"seven"_s));
    QCOMPARE(m_storage.take(), QStringList(u"append lobby 7"_s));
    QCOMPARE(m_room->queue(u"ben"_s)->cursor, 5);
    QCOMPARE(m_room->queue(u"eve"_s)->cursor, 6); // never past the end
}

void TestStoredRooms::roomsStayForTheirMessages()
{
    QString epoch;
    m_shard->open(u"led"_s)->append(protocol::ControlEntry{0, 0, {{u"kind"_s, u"mark"_s}}});
    commit(1, u"led"_s); // where nobody spoke
    for (const QString &name : {u"empty"_s, u"spoken in"_s}) {
        Room *const room = m_shard->open(name);
        if (name == "empty"_L1)
            continue;
        epoch = room->log().epoch();
        give(*room, saying(u"a"_s));
        m_clock.advance(protocol::roomLife + 1ms);
        QVERIFY(!room->isExpired()); // what is pending is not to be forgotten
        commit(1, name);
    }
    m_storage.take();
    m_shard->sweep(1h);
    QStringList orders = m_storage.take();
    orders.sort();
    QCOMPARE(orders, QStringList({u"forget empty"_s, u"forget led"_s}));
    QVERIFY(!m_shard->find(u"empty"_s) && !m_shard->find(u"led"_s));
    QCOMPARE(m_shard->open(u"spoken in"_s)->log().epoch(), epoch);
    QCOMPARE(m_shard->open(u"spoken in"_s)->log().next(), 1);
}

void TestStoredRooms::theLongestIdleGivesWay()
{
    for (int i = 1; i < protocol::maxRooms; ++i) {
        const QString name = QString::number(i);
        give(*m_shard->open(name), saying(u"a"_s));
        commit(1, name);
        if (i == 1)
            m_clock.advance(1s);
    }
    QVERIFY(!m_shard->open(u"late"_s)); // all are in use
    m_clock.advance(protocol::roomLife);
    m_shard->sweep(1h);
    QCOMPARE(m_shard->rooms().size(), size_t(protocol::maxRooms));
    m_storage.take();
    QVERIFY(m_shard->open(u"late"_s));
    QCOMPARE(m_storage.take(), QStringList({u"forget 1"_s, u"open late"_s}));
    QVERIFY(!m_shard->open(u"later"_s)); // the others are not idle for long enough
}

QTEST_GUILESS_MAIN(TestStoredRooms)
#include "tst_storedrooms.moc"
