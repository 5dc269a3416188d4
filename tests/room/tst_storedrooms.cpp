// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "fakestorage.h"
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

class TestReceipt final : public Receipt
{
public:
    explicit TestReceipt(QList<qint64> &told) : m_told(told) {}
    void committed(qint64 seq) override { m_told.append(seq); }

private:
    QList<qint64> &m_told;
};

} // namespace

//! Rooms with a storage behind them.
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

    FakeClock m_clock;
    FakeStorage m_storage;
    std::unique_ptr<Shard> m_shard;
    Room *m_room = nullptr;
    QList<qint64> m_told;
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
    QVERIFY(!m_storage.listener);
}

void TestStoredRooms::restart(std::vector<StoredRoom> rooms)
{
    m_shard.reset();
    m_shard = std::make_unique<Shard>(m_clock, u"lobby"_s, protocol::maxAllLogsBytes, RestoredLogs{&m_storage, std::move(rooms)});
    m_room = m_shard->find(u"lobby"_s);
}

void TestStoredRooms::nothingIsSeenBeforeItIsCommitted()
{
    TestSubscriber reader(*m_room);
    QVERIFY(m_room->openQueue(u"queue"_s));
    for (qint64 seq = 1; seq <= 3; ++seq) {
        QCOMPARE(m_room->append(saying(QString::number(seq))), seq);
        QVERIFY(!m_room->isCommitted(seq));
        m_room->awaitCommit(seq, std::make_unique<TestReceipt>(m_told));
    }
    QCoreApplication::processEvents();
    QCOMPARE(m_storage.take(),
             QStringList({u"queue lobby queue 0"_s, u"append lobby 1"_s, u"append lobby 2"_s, u"append lobby 3"_s}));
    QCOMPARE(m_room->log().next(), 0);
    QCOMPARE(reader.calls, 0);
    QVERIFY(!m_room->head(*m_room->queue(u"queue"_s)));
    QCOMPARE(m_told, QList<qint64>());

    m_storage.listener->onCommitted(u"lobby"_s, 2);
    QCOMPARE(m_told, QList<qint64>({1, 2}));
    QCOMPARE(m_room->log().next(), 2);
    QVERIFY(m_room->isCommitted(2) && !m_room->isCommitted(3));
    QCoreApplication::processEvents();
    QCOMPARE(reader.cursor(), 2);
    m_storage.listener->onCommitted(u"lobby"_s, 3);
    QCOMPARE(m_told, QList<qint64>({1, 2, 3}));
    QCOMPARE(textAt(m_room->log(), 3), u"3"_s);
}

void TestStoredRooms::theSameIsPendingOnce()
{
    QCOMPARE(m_room->append(saying(u"a"_s, u"1"_s)), 1);
    QCOMPARE(m_room->append(saying(u"a"_s, u"1"_s)), 1);
    for (int i = 0; i < 2; ++i)
        m_room->awaitCommit(1, std::make_unique<TestReceipt>(m_told));
    QCOMPARE(m_storage.take(), QStringList(u"append lobby 1"_s));
    m_storage.listener->onCommitted(u"lobby"_s, 1);
    QCOMPARE(m_told, QList<qint64>({1, 1}));
    QCOMPARE(m_room->append(saying(u"a"_s, u"1"_s)), 1);
    QCOMPARE(m_room->append(saying(u"b"_s, u"2"_s)), 2);
}

void TestStoredRooms::queuesAreTold()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    m_room->append(saying(u"a"_s));
    m_storage.listener->onCommitted(u"lobby"_s, 1);
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
    m_room->append(saying(u"kept"_s));
    m_storage.listener->onCommitted(u"lobby"_s, 1);
    m_room->append(saying(u"pending"_s, u"1"_s));
    m_room->awaitCommit(2, std::make_unique<TestReceipt>(m_told));
    m_storage.take();
    m_storage.listener->onStorageFailed(u"disk full"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_storage.listener);
    QVERIFY(m_room->log().epoch() != epoch);
    QCOMPARE(reader.beginnings, 1);
    QCOMPARE(m_told, QList<qint64>({2})); // lost is nothing
    QCOMPARE(textAt(m_room->log(), 1), u"kept"_s);
    QCOMPARE(textAt(m_room->log(), 2), u"pending"_s);
    QCOMPARE(m_room->append(saying(u"pending"_s, u"1"_s)), 2);
    QCOMPARE(m_room->append(saying(u"in memory"_s)), 3);
    QVERIFY(m_room->isCommitted(3));
    QCOMPARE(m_storage.take(), QStringList());
}

void TestStoredRooms::trimsByTheThousand()
{
    for (qint64 seq = 1; seq <= protocol::maxLogMessages + 1500; ++seq)
        m_room->append(saying(u"x"_s));
    m_storage.take();
    for (qint64 seq = protocol::maxLogMessages; seq <= protocol::maxLogMessages + 1500; seq += 100)
        m_storage.listener->onCommitted(u"lobby"_s, seq);
    QCOMPARE(m_room->log().oldest(), 1501);
    QCOMPARE(m_storage.take(), QStringList(u"trim lobby 1001"_s));
}

void TestStoredRooms::refusesWhenTheDiskIsBehind()
{
    const QString text(protocol::maxTextBytes, u'x');
    qint64 seq = 0;
    while (const qint64 next = m_room->append(saying(text)))
        QCOMPARE(next, ++seq);
    QVERIFY(seq > 100 && seq <= protocol::maxPendingBytes / protocol::maxTextBytes);
    QCOMPARE(m_shard->open(u"other"_s)->append(saying(text)), 0); // the bound is on all rooms together
    m_storage.listener->onCommitted(u"lobby"_s, 1);
    QCOMPARE(m_room->append(saying(text)), seq + 1);
    QCOMPARE(m_room->append(saying(text)), 0);
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
    QCOMPARE(m_room->append(saying(u"six"_s, u"1"_s)), 6);
    QCOMPARE(m_room->append(saying(u"seven"_s)), 7);
    QCOMPARE(m_room->queue(u"ben"_s)->cursor, 5);
    QCOMPARE(m_room->queue(u"eve"_s)->cursor, 6); // never past the end
}

void TestStoredRooms::roomsStayForTheirMessages()
{
    QString epoch;
    for (const QString &name : {u"empty"_s, u"spoken in"_s}) {
        Room *const room = m_shard->open(name);
        if (name == "empty"_L1)
            continue;
        epoch = room->log().epoch();
        room->append(saying(u"a"_s));
        m_clock.advance(protocol::roomLife + 1ms);
        QVERIFY(!room->isExpired()); // what is pending is not to be forgotten
        m_storage.listener->onCommitted(name, 1);
    }
    m_storage.take();
    m_shard->sweep(1h);
    QCOMPARE(m_storage.take(), QStringList(u"forget empty"_s));
    QVERIFY(!m_shard->find(u"empty"_s));
    QCOMPARE(m_shard->open(u"spoken in"_s)->log().epoch(), epoch);
    QCOMPARE(m_shard->open(u"spoken in"_s)->log().next(), 1);
}

void TestStoredRooms::theLongestIdleGivesWay()
{
    for (int i = 1; i < protocol::maxRooms; ++i) {
        const QString name = QString::number(i);
        m_shard->open(name)->append(saying(u"a"_s));
        m_storage.listener->onCommitted(name, 1);
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
