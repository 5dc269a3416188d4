// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "storereader.h"
#include "storesundertest.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"
#include "server/protocol/withdrawal.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <type_traits>

using namespace pushlab;
using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

protocol::Message saying(const QString &text)
{
    return {4711, u"Mia"_s, text, 1.5, 4711, protocol::Technique::LongPolling}; // number and time are the store's
}

protocol::ControlEntry control(const QString &kind)
{
    return {4711, 4711, {{u"kind"_s, kind}, {u"text"_s, u"课堂 \"text\":\"x\""_s}}};
}

QList<QByteArray> linesOf(const RoomLog &log)
{
    QList<QByteArray> lines;
    for (qint64 seq = log.oldest(); seq <= log.next(); ++seq)
        lines.append(log.at(seq).json);
    return lines;
}

QString textAt(const RoomLog &log, qint64 seq)
{
    return protocol::parseJson(log.at(seq).json)[u"text"].toString();
}

} // namespace

//! What every store must do; each kind of store is a row.
class TestLogStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();

    void beginsEmpty();
    void numbersWithoutHoles();
    void numbersControlEntriesAmongMessages();
    void stampsItsTime();
    void takesAKeyOnce();
    void keepsRoomsApart();
    void tellsInOrder();
    void allLogsAreBounded();
    void forgetsTheKeysOfWhatItDrops();
    void beginsAnewWhenForgotten();
    void beginsAnewWhenCleared();
    void carriesOnWhatIsPendingWhenCleared();
    void withdrawsAMessage();
    void withdrawsNothingElse();
    void withdrawsNothingOfAClearedLog();
    void outlivesTheHostOrNot();
    void goesOnAfterARestart();
    void queuesOutliveTheHostOrNot();

private:
    //! The host ends and starts again, without its rooms.
    void restart();
    void waitFor(const Reader &reader, qsizetype notes);

    FakeClock m_clock;
    std::unique_ptr<StoreUnderTest> m_kind;
    LogStore *m_store = nullptr;
    bool m_isDurable = false;
};

void TestLogStore::initTestCase_data()
{
    QTest::addColumn<int>("kind");
    for (size_t i = 0; i < storeKinds().size(); ++i)
        QTest::newRow(storeKinds()[i].name) << int(i);
}

void TestLogStore::init()
{
    QFETCH_GLOBAL(int, kind);
    m_kind = storeKinds()[size_t(kind)].make();
    m_isDurable = storeKinds()[size_t(kind)].isDurable;
    m_store = &m_kind->start(m_clock);
}

void TestLogStore::cleanup()
{
    m_kind->stop();
    m_kind.reset();
}

void TestLogStore::restart()
{
    m_kind->stop();
    m_store = &m_kind->start(m_clock);
}

void TestLogStore::waitFor(const Reader &reader, qsizetype notes)
{
    QTRY_COMPARE_WITH_TIMEOUT(reader.notes.size(), notes, 10'000);
}

void TestLogStore::beginsEmpty()
{
    QCOMPARE(m_store->isDurable(), m_isDurable);
    QCOMPARE(m_store->storedRooms(), QStringList());
    Reader reader(*m_store, u"lobby"_s);
    QCOMPARE(reader.entries().next(), 0);
    QCOMPARE(reader.entries().oldest(), 1);
    QVERIFY(!reader.entries().epoch().isEmpty());
    QVERIFY(!reader.log().hasPending());
    QVERIFY(reader.log().takeCursors().empty());
}

void TestLogStore::numbersWithoutHoles()
{
    Reader reader(*m_store, u"lobby"_s);
    NotedReceipt::Notes numbers;
    for (qint64 seq = 1; seq <= 2500; ++seq) {
        reader.give(saying(QString::number(seq)));
        numbers.append(seq);
    }
    waitFor(reader, 2500);
    QCOMPARE(reader.notes, numbers);
    QVERIFY(!reader.log().hasPending());
    QCOMPARE(reader.entries().next(), 2500);
    for (qint64 seq = 1; seq <= 2500; ++seq)
        QCOMPARE(textAt(reader.entries(), seq), QString::number(seq));
    QCOMPARE(reader.messages, 2500);
    QCOMPARE(reader.epochs, 0);
}

void TestLogStore::numbersControlEntriesAmongMessages()
{
    Reader reader(*m_store, u"lobby"_s);
    reader.give(saying(u"a"_s));
    reader.give(control(u"mark"_s));
    reader.give(saying(u"b"_s));
    reader.give(control(u"of a later version"_s));
    waitFor(reader, 4);
    QCOMPARE(reader.notes, NotedReceipt::Notes({1, 2, 3, 4}));
    QCOMPARE(reader.messages, 2);
    const auto at = [&reader](qint64 seq) {
        return protocol::decodeEntry(protocol::parseJson(reader.entries().at(seq).json).object());
    };
    for (qint64 seq = 1; seq <= 4; ++seq) {
        QCOMPARE(reader.entries().at(seq).isControl(), seq % 2 == 0);
        QCOMPARE(protocol::seqOf(*at(seq)), seq);
    }
    protocol::ControlEntry expected = control(u"mark"_s);
    expected.seq = 2;
    expected.accepted = m_clock.wall();
    QVERIFY(std::get<protocol::ControlEntry>(*at(2)) == expected);
    QCOMPARE(reader.entries().newest(false), 3);
    QCOMPARE(reader.entries().newest(true), 4);
}

void TestLogStore::stampsItsTime()
{
    Reader reader(*m_store, u"lobby"_s);
    const double first = m_clock.wall();
    reader.give(saying(u"a"_s));
    m_clock.advance(1500ms);
    reader.give(saying(u"b"_s));
    waitFor(reader, 2);
    for (qint64 seq : {1, 2}) {
        const auto message = protocol::decodeMessage(protocol::parseJson(reader.entries().at(seq).json).object());
        QCOMPARE(message->accepted, first + (seq - 1) * 1500.);
        QCOMPARE(message->sent, 1.5);
        QCOMPARE(message->from, u"Mia"_s);
        QVERIFY(message->via == protocol::Technique::LongPolling);
    }
}

void TestLogStore::takesAKeyOnce()
{
    Reader reader(*m_store, u"lobby"_s);
    const QByteArray key("mia\0a1", 6);
    for (int retry = 0; retry < 3; ++retry) // at once, while it may be pending
        reader.give(saying(u"a"_s), key);
    reader.give(saying(u"a"_s), QByteArray("mia\0a2", 6));
    reader.give(saying(u"a"_s)); // without a key it is another one each time
    reader.give(saying(u"a"_s));
    waitFor(reader, 6);
    std::sort(reader.notes.begin(), reader.notes.end());
    QCOMPARE(reader.notes, NotedReceipt::Notes({1, 1, 1, 2, 3, 4}));
    reader.give(saying(u"a"_s), key); // later
    waitFor(reader, 7);
    QCOMPARE(reader.notes.last(), 1);
    QCOMPARE(reader.entries().next(), 4);
    QCOMPARE(reader.messages, 4);
}

void TestLogStore::keepsRoomsApart()
{
    Reader one(*m_store, u"one"_s);
    Reader two(*m_store, u"课堂"_s);
    QVERIFY(one.entries().epoch() != two.entries().epoch());
    one.give(saying(u"a"_s), "key");
    two.give(saying(u"b"_s), "key");
    waitFor(one, 1);
    waitFor(two, 1);
    QCOMPARE(textAt(one.entries(), 1), u"a"_s);
    QCOMPARE(textAt(two.entries(), 1), u"b"_s);
    QCOMPARE(one.messages, 1);
}

void TestLogStore::tellsInOrder()
{
    Reader reader(*m_store, u"lobby"_s);
    for (int i = 0; i < 100; ++i)
        reader.give(i % 3 == 0 ? protocol::Entry(control(u"mark"_s)) : protocol::Entry(saying(u"x"_s)));
    QVERIFY(reader.entries().next() == reader.notes.size()); // no receipt for what is not in the log, none withheld
    waitFor(reader, 100);
    QVERIFY(!reader.wasEarly);
    QVERIFY(std::is_sorted(reader.notes.begin(), reader.notes.end()));
    QVERIFY(reader.calls > 0 && reader.calls <= 100);
    QCOMPARE(reader.messages, 66);
}

void TestLogStore::allLogsAreBounded()
{
    constexpr qsizetype bound = 400'000;
    m_kind->stop();
    m_store = &m_kind->start(m_clock, bound);
    Reader large(*m_store, u"large"_s);
    Reader small(*m_store, u"small"_s);
    small.give(control(u"mark"_s));
    protocol::ControlEntry wide = control(u"question"_s);
    wide.control.insert(u"long"_s, QString(1000, u'x'));
    for (int i = 0; i < 1000; ++i) // control entries weigh as messages do
        large.give(i % 2 == 0 ? protocol::Entry(wide) : protocol::Entry(saying(QString(1000, u'x'))));
    waitFor(large, 1000);
    waitFor(small, 1);
    QVERIFY(large.entries().bytes() + small.entries().bytes() <= bound);
    QVERIFY(large.entries().bytes() > bound / 2);
    QCOMPARE(large.entries().next(), 1000);
    QVERIFY(large.entries().oldest() > 600 && large.entries().oldest() < 800);
    QCOMPARE(small.entries().oldest(), 1); // the largest pays
}

void TestLogStore::forgetsTheKeysOfWhatItDrops()
{
    m_kind->stop();
    m_store = &m_kind->start(m_clock, 100'000);
    Reader reader(*m_store, u"lobby"_s);
    reader.give(saying(u"a"_s), "a");
    for (int i = 0; i < 200; ++i)
        reader.give(saying(QString(1000, u'x')));
    waitFor(reader, 201);
    QVERIFY(reader.entries().oldest() > 1);
    reader.give(saying(u"a"_s), "a");
    waitFor(reader, 202);
    QCOMPARE(reader.notes.last(), 202);
}

void TestLogStore::beginsAnewWhenCleared()
{
    QString epoch;
    {
        Reader reader(*m_store, u"lobby"_s);
        Reader other(*m_store, u"lab"_s);
        for (int i = 0; i < 3; ++i)
            reader.give(saying(u"old"_s), "key");
        reader.give(saying(u"old"_s));
        other.give(saying(u"old"_s));
        waitFor(reader, 4);
        waitFor(other, 1);
        epoch = reader.entries().epoch();
        m_store->clear();
        QVERIFY(reader.entries().epoch() != epoch);
        QVERIFY(reader.entries().isCleared());
        QCOMPARE(reader.entries().next(), 0);
        QCOMPARE(reader.epochs, 1);
        QCOMPARE(other.epochs, 1);
        epoch = reader.entries().epoch();
        reader.notes.clear();
        reader.give(saying(u"new"_s), "key"); // the same key is another message now
        waitFor(reader, 1);
        QCOMPARE(reader.notes, NotedReceipt::Notes({1}));
        QCOMPARE(textAt(reader.entries(), 1), u"new"_s);
    }
    restart();
    Reader reader(*m_store, u"lobby"_s);
    QCOMPARE(reader.entries().next(), m_isDurable ? 1 : 0);
    QCOMPARE(reader.entries().epoch() == epoch, m_isDurable);
    QVERIFY(!reader.entries().isCleared()); // that is long known
}

void TestLogStore::carriesOnWhatIsPendingWhenCleared()
{
    Reader reader(*m_store, u"lobby"_s);
    for (int i = 0; i < 100; ++i) {
        reader.give(saying(QString::number(i)));
        if (i % 10 == 5)
            m_store->clear();
    }
    waitFor(reader, 100); // each has been answered for
    QVERIFY(!reader.log().hasPending());
    const RoomLog &log = reader.entries();
    QCOMPARE(textAt(log, log.next()), u"99"_s);
    for (qint64 seq = log.oldest(); seq <= log.next(); ++seq) // without holes, and each once
        QCOMPARE(textAt(log, seq), QString::number(100 - log.next() + seq - 1));
}

void TestLogStore::beginsAnewWhenForgotten()
{
    QString epoch;
    {
        Reader reader(*m_store, u"lobby"_s);
        epoch = reader.entries().epoch();
        reader.give(saying(u"a"_s), "a");
        reader.log().setCursor(u"ben"_s, 0);
        waitFor(reader, 1);
        reader.log().forget();
    }
    for (int turn = 0; turn < 2; ++turn) { // the same after a restart
        Reader reader(*m_store, u"lobby"_s);
        QVERIFY(reader.entries().epoch() != epoch);
        QCOMPARE(reader.entries().next(), 0);
        QVERIFY(reader.log().takeCursors().empty());
        if (turn == 0) {
            reader.log().forget();
            continue;
        }
        reader.give(saying(u"a"_s), "a");
        waitFor(reader, 1);
        QCOMPARE(reader.notes.last(), 1);
    }
}

void TestLogStore::withdrawsAMessage()
{
    const QByteArray key("mia\0a2", 6);
    QList<QByteArray> lines;
    {
        Reader reader(*m_store, u"lobby"_s);
        reader.give(saying(u"a"_s));
        reader.give(saying(u"the secret"_s), key);
        waitFor(reader, 2);
        const qsizetype bytes = reader.entries().bytes();
        reader.give(protocol::withdrawalOf(2));
        waitFor(reader, 3);
        QCOMPARE(reader.withdrawn, 1);
        QCOMPARE(reader.entries().at(2).json, QByteArray(R"({"seq":2,"withdrawn":true})"));
        QVERIFY(reader.entries().at(2).isControl()); // left out where these are
        QVERIFY(!reader.entries().hasMessage(2));
        QCOMPARE(reader.entries().newest(false), 1);
        QCOMPARE(reader.entries().next(), 3); // by the order
        QVERIFY(reader.entries().at(3).json.endsWith(R"("control":{"kind":"withdraw","seq":2}})"));
        QVERIFY(reader.entries().bytes() < bytes + 2 * reader.entries().at(3).json.size() + 200);
        reader.give(saying(u"the secret"_s), key); // a retry
        waitFor(reader, 4);
        QCOMPARE(reader.notes.last(), 2);
        QCOMPARE(reader.entries().next(), 3);
        lines = linesOf(reader.entries());
        QVERIFY(!lines.join().contains("secret"));
    }
    for (int turn = 0; turn < 2; ++turn) {
        restart();
        Reader reader(*m_store, u"lobby"_s);
        QCOMPARE(linesOf(reader.entries()), m_isDurable ? lines : QList<QByteArray>());
        QCOMPARE(reader.entries().seqOf(key), m_isDurable ? 2 : 0);
        QCOMPARE(reader.entries().newest(false), m_isDurable ? 1 : 0);
        QCOMPARE(reader.withdrawn, 0); // that is long known
    }
}

void TestLogStore::withdrawsNothingElse()
{
    Reader reader(*m_store, u"lobby"_s);
    Reader other(*m_store, u"other"_s);
    reader.give(saying(u"a"_s));
    reader.give(control(u"mark"_s));
    other.give(saying(u"b"_s));
    waitFor(other, 1);
    for (const qint64 seq : {0, 2, 3, 7, -1})
        reader.give(protocol::withdrawalOf(seq));
    waitFor(reader, 7);
    QCOMPARE(reader.withdrawn, 0);
    QCOMPARE(textAt(reader.entries(), 1), u"a"_s);
    QVERIFY(reader.entries().at(2).json.contains("mark"));
    reader.give(protocol::withdrawalOf(1));
    waitFor(reader, 8);
    QCOMPARE(reader.withdrawn, 1);
    QCOMPARE(textAt(other.entries(), 1), u"b"_s); // of another room
    reader.give(protocol::withdrawalOf(1)); // again
    waitFor(reader, 9);
    QCOMPARE(reader.withdrawn, 1);
}

void TestLogStore::withdrawsNothingOfAClearedLog()
{
    Reader reader(*m_store, u"lobby"_s);
    reader.give(saying(u"a"_s));
    waitFor(reader, 1);
    reader.give(saying(u"b"_s));
    reader.give(protocol::withdrawalOf(1)); // may be pending when the log is cleared, and b be the first of the new one
    m_store->clear();
    waitFor(reader, 3);
    if (reader.entries().next() > 0)
        QCOMPARE(textAt(reader.entries(), 1), u"b"_s);
}

void TestLogStore::outlivesTheHostOrNot()
{
    QString epoch;
    QList<QByteArray> lines;
    {
        Reader reader(*m_store, u"lobby"_s);
        Reader other(*m_store, u"other"_s);
        epoch = reader.entries().epoch();
        reader.give(saying(u"\uFEFF你好 😀"_s), QByteArray("mia\0a1", 6));
        reader.give(control(u"mark"_s), "teacher's");
        reader.give(saying({}));
        waitFor(reader, 3);
        lines = linesOf(reader.entries());
    }
    for (int turn = 0; turn < 2; ++turn) {
        restart();
        QStringList stored = m_store->storedRooms();
        stored.sort();
        QCOMPARE(stored, m_isDurable ? QStringList({u"lobby"_s, u"other"_s}) : QStringList());
        Reader reader(*m_store, u"lobby"_s);
        QCOMPARE(reader.entries().epoch() == epoch, m_isDurable);
        QCOMPARE(linesOf(reader.entries()), m_isDurable ? lines : QList<QByteArray>()); // byte for byte
        QCOMPARE(reader.entries().seqOf(QByteArray("mia\0a1", 6)), m_isDurable ? 1 : 0);
        QCOMPARE(reader.entries().seqOf("teacher's"), m_isDurable ? 2 : 0);
        QCOMPARE(reader.calls, 0); // what was there before is no news
    }
}

void TestLogStore::goesOnAfterARestart()
{
    {
        Reader reader(*m_store, u"lobby"_s);
        reader.give(saying(u"a"_s), "a");
        reader.give(control(u"mark"_s));
        waitFor(reader, 2);
    }
    restart();
    Reader reader(*m_store, u"lobby"_s);
    reader.give(saying(u"a"_s), "a");
    reader.give(saying(u"b"_s));
    waitFor(reader, 2);
    QCOMPARE(reader.notes, m_isDurable ? NotedReceipt::Notes({1, 3}) : NotedReceipt::Notes({1, 2}));
    QCOMPARE(textAt(reader.entries(), reader.notes.last()), u"b"_s);
}

void TestLogStore::queuesOutliveTheHostOrNot()
{
    {
        Reader reader(*m_store, u"lobby"_s);
        for (int i = 0; i < 3; ++i)
            reader.give(saying(u"a"_s));
        reader.log().setCursor(u"ben"_s, 0);
        reader.log().setCursor(u"eve"_s, 3);
        reader.log().setCursor(u"ben"_s, 2);
        reader.log().setCursor(u"gone"_s, 1);
        reader.log().closeCursor(u"gone"_s);
        waitFor(reader, 3);
    }
    restart();
    Reader reader(*m_store, u"lobby"_s);
    QueueCursors cursors = reader.log().takeCursors();
    std::sort(cursors.begin(), cursors.end());
    QVERIFY(cursors == (m_isDurable ? QueueCursors{{u"ben"_s, 2}, {u"eve"_s, 3}} : QueueCursors()));
    QVERIFY(reader.log().takeCursors().empty()); // once
}

QTEST_GUILESS_MAIN(TestLogStore)
#include "tst_logstore.moc"
