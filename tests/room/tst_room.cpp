// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"
#include "shardhelp.h"
#include "testsubscriber.h"

#include "server/protocol/limits.h"
#include "server/room/shard.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace pushlab;
using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;

namespace {

protocol::Outgoing saying(const QString &text)
{
    protocol::Outgoing outgoing;
    outgoing.text = text;
    return outgoing;
}

QString textOf(const protocol::EncodedEntry *message)
{
    return message ? QJsonDocument::fromJson(message->json)[u"text"].toString() : u"(none)"_s;
}

} // namespace

class TestRoom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup() { m_shard.reset(); }

    void appendsAtTheHostsTime();
    void appendsTheSameOnce_data();
    void appendsTheSameOnce();
    void generatesEpochs();
    void queuesStartAtTheEnd();
    void queuesGoThroughTheLog();
    void queuesPassOverControlEntries();
    void queuesAreKept();
    void queuesGoWhenUnused();
    void queuesAreBounded();
    void membersAreSeen();
    void membersGoWhenIdle();
    void membersStayWhileTheyWait();
    void queuesKnowTheirReader();
    void membersKnowWhatWasBeforeThem();
    void openingAQueueIsTheFirstContact();

private:
    FakeClock m_clock;
    MemoryShard m_shard;
    Room *m_room = nullptr;
};

void TestRoom::init()
{
    m_shard.start(m_clock);
    m_room = m_shard->find(u"lobby"_s);
}

void TestRoom::appendsAtTheHostsTime()
{
    m_clock.advance(1500ms);
    protocol::Outgoing outgoing{u"hello"_s, u"Mia"_s, u"a1"_s, u"m1"_s, Technique::LongPolling, 12.5};
    QCOMPARE(append(*m_room, outgoing), 1);
    const auto message = protocol::decodeMessage(QJsonDocument::fromJson(m_room->log().at(1).json).object());
    QVERIFY(message);
    QVERIFY((*message == protocol::Message{1, u"Mia"_s, u"hello"_s, 12.5, m_clock.wall(), Technique::LongPolling}));
    QCOMPARE(m_shard->messageCount(), 1);
}

void TestRoom::appendsTheSameOnce_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("the same") << u"m1"_s << u"a1"_s << true;
    QTest::newRow("another id") << u"m1"_s << u"a2"_s << false;
    QTest::newRow("another member") << u"m2"_s << u"a1"_s << false;
    QTest::newRow("no id") << u"m1"_s << QString() << false;
    QTest::newRow("no member") << QString() << u"a1"_s << false;
    QTest::newRow("neither") << QString() << QString() << false;
    QTest::newRow("the two run together") << u"m1a"_s << u"1"_s << false;
}

void TestRoom::appendsTheSameOnce()
{
    QFETCH(QString, member);
    QFETCH(QString, id);
    QFETCH(bool, isSame);
    append(*m_room, {u"hello"_s, u"Mia"_s, u"a1"_s, u"m1"_s, {}, 0});
    const protocol::Outgoing second{u"hello"_s, u"Mia"_s, id, member, {}, 0};
    for (int retry = 1; retry <= 3; ++retry) // those without both are never the same
        QCOMPARE(append(*m_room, second), isSame ? 1 : id.isEmpty() || member.isEmpty() ? 1 + retry : 2);
    QCOMPARE(m_shard->messageCount(), m_room->log().next());
}

void TestRoom::generatesEpochs()
{
    QVERIFY(!m_room->log().epoch().isEmpty());
    QVERIFY(m_shard->open(u"other"_s)->log().epoch() != m_room->log().epoch());
}

void TestRoom::queuesStartAtTheEnd()
{
    QVERIFY(!m_room->queue(u"mia"_s));
    append(*m_room, saying(u"before"_s));
    QVERIFY(m_room->openQueue(u"mia"_s));
    Queue *const queue = m_room->queue(u"mia"_s);
    QVERIFY(queue);
    QVERIFY(!m_room->head(*queue));
    append(*m_room, saying(u"after"_s));
    QCOMPARE(textOf(m_room->head(*queue)), u"after"_s);
    QCOMPARE(textOf(m_room->head(*queue)), u"after"_s); // to look takes nothing off
}

void TestRoom::queuesGoThroughTheLog()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    QVERIFY(m_room->openQueue(u"ben"_s));
    for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
        append(*m_room, saying(text));
    Queue &mia = *m_room->queue(u"mia"_s);
    for (const QString &text : {u"a"_s, u"b"_s, u"c"_s}) {
        QCOMPARE(textOf(m_room->head(mia)), text);
        ++mia.cursor;
    }
    QVERIFY(!m_room->head(mia));
    QCOMPARE(textOf(m_room->head(*m_room->queue(u"ben"_s))), u"a"_s); // each has its own place
}

void TestRoom::queuesPassOverControlEntries()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    Queue &mia = *m_room->queue(u"mia"_s);
    const auto mark = [this] { m_room->append(protocol::ControlEntry{0, 0, {{u"kind"_s, u"mark"_s}}}); };
    mark();
    QVERIFY(!m_room->head(mia));
    append(*m_room, saying(u"a"_s));
    mark();
    mark();
    append(*m_room, saying(u"b"_s));
    mark();
    for (const QString &text : {u"a"_s, u"b"_s}) {
        QCOMPARE(textOf(m_room->head(mia)), text);
        m_room->advance(mia);
    }
    QVERIFY(!m_room->head(mia));
    QCOMPARE(m_room->log().next(), 6);
    QCOMPARE(m_shard->messageCount(), 2);
}

void TestRoom::queuesAreKept()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    append(*m_room, saying(u"a"_s));
    QVERIFY(m_room->openQueue(u"mia"_s)); // the page was opened again
    QCOMPARE(textOf(m_room->head(*m_room->queue(u"mia"_s))), u"a"_s);
}

void TestRoom::queuesGoWhenUnused()
{
    for (const QString &user : {u"idle"_s, u"opened again"_s, u"waits"_s})
        QVERIFY(m_room->openQueue(user));
    m_room->queue(u"waits"_s)->waiting = 1;
    m_clock.advance(protocol::queueLife);
    m_room->sweep(1h);
    QVERIFY(m_room->queue(u"idle"_s)); // at its last moment
    QVERIFY(m_room->openQueue(u"opened again"_s));
    m_clock.advance(1ms);
    m_room->sweep(1h);
    QVERIFY(!m_room->queue(u"idle"_s));
    QVERIFY(m_room->queue(u"opened again"_s));
    QVERIFY(m_room->queue(u"waits"_s));
}

void TestRoom::queuesAreBounded()
{
    // The limit is for all rooms together.
    Room *const other = m_shard->open(u"other"_s);
    QVERIFY(other->openQueue(u"mia"_s));
    for (int i = 1; i < protocol::maxQueues; ++i)
        QVERIFY(m_room->openQueue(QString::number(i)));
    QVERIFY(!m_room->openQueue(u"late"_s));
    QVERIFY(!other->openQueue(u"late"_s));
    QVERIFY(m_room->openQueue(u"1"_s)); // one that is there is none more
    m_clock.advance(protocol::queueLife + 1ms);
    QVERIFY(m_room->openQueue(u"1"_s));
    m_room->sweep(1h);
    QVERIFY(m_room->openQueue(u"late"_s));

    // What is removed with its room does not count any longer, either.
    for (int i = 2; i < protocol::maxQueues - 1; ++i)
        QVERIFY(m_room->openQueue(QString::number(i)));
    QVERIFY(!m_room->openQueue(u"later"_s));
    m_clock.advance(protocol::roomLife + 1ms);
    m_shard->sweep(1h);
    for (int i = 0; i < protocol::maxQueues; ++i)
        QVERIFY(m_room->openQueue(QString::number(i)));
    QVERIFY(!m_room->openQueue(u"late"_s));
}

void TestRoom::membersAreSeen()
{
    QVERIFY(!m_room->member("mia"));
    Member *const mia = m_room->touchMember({"mia", u"Mia"_s, u"10.0.0.1"_s}, Technique::Polling, 1);
    QVERIFY(mia);
    const auto requests = [this](Technique technique) {
        const ledger::Usage *const usage = m_shard->usage().find(m_room->member("mia")->usage[size_t(technique)]);
        return usage ? usage->requests : -1;
    };
    QCOMPARE(requests(Technique::Polling), 1);
    QCOMPARE(requests(Technique::WebSocket), -1);
    QCOMPARE(mia->name, u"Mia"_s);
    QCOMPARE(mia->address, u"10.0.0.1"_s);
    m_clock.advance(1s);
    QCOMPARE(m_room->touchMember({"mia", {}, u"10.0.0.1"_s}, Technique::WebSocket, 0), m_room->member("mia"));
    QCOMPARE(requests(Technique::Polling), 1);
    QCOMPARE(requests(Technique::WebSocket), 0);
    QCOMPARE(m_room->member("mia")->name, u"Mia"_s); // a request that names nobody unnames nobody
    QCOMPARE(m_room->member("mia")->technique, Technique::WebSocket);
    QVERIFY(m_room->member("mia")->lastSeen == m_clock.steady());
    m_room->touchMember({"mia", u"Mia 2"_s, {}}, Technique::LongPolling, 1);
    QCOMPARE(m_room->member("mia")->name, u"Mia 2"_s);
    QCOMPARE(requests(Technique::LongPolling), 1);
    QCOMPARE(m_shard->usage().count(), 3);
    QCOMPARE(int(m_room->members().size()), 1);
}

void TestRoom::membersGoWhenIdle()
{
    m_room->touchMember({"idle", {}, {}}, Technique::Polling, 1);
    m_room->touchMember({"polls", {}, {}}, Technique::Polling, 1);
    m_clock.advance(15s);
    m_room->sweep(15s);
    QCOMPARE(int(m_room->members().size()), 2);
    m_room->touchMember({"polls", {}, {}}, Technique::Polling, 1);
    m_clock.advance(1ms);
    m_room->sweep(15s);
    QVERIFY(m_room->member("polls"));
}

void TestRoom::membersStayWhileTheyWait()
{
    ++m_room->touchMember({"held", {}, {}}, Technique::LongPolling, 1)->held;
    ++m_room->touchMember({"socket", {}, {}}, Technique::WebSocket, 1)->sockets;
    m_clock.advance(1h);
    m_room->sweep(15s);
    QCOMPARE(int(m_room->members().size()), 2);
    --m_room->member("held")->held;
    --m_room->member("socket")->sockets;
    m_room->sweep(15s);
    QCOMPARE(int(m_room->members().size()), 0);
}

void TestRoom::queuesKnowTheirReader()
{
    QVERIFY(m_room->openQueue(u"mia"_s));
    Queue *const queue = m_room->queue(u"mia"_s);
    QVERIFY(!m_room->touchMember(*queue, Technique::LongPolling, 1));
    Member *const mia = m_room->touchMember({"q:mia", u"mia"_s, {}}, Technique::LongPolling, 1);
    Roster::bind(*queue, *mia);
    m_clock.advance(10s);
    QCOMPARE(m_room->touchMember(*queue, Technique::LongPolling, 1), mia);
    QCOMPARE(m_shard->usage().find(mia->usage[size_t(Technique::LongPolling)])->requests, 2);
    m_clock.advance(10s);
    m_room->sweep(15s);
    QCOMPARE(m_room->member("q:mia"), mia); // it was seen at its queue
    m_clock.advance(10s);
    m_room->sweep(15s);
    QVERIFY(!m_room->member("q:mia"));
    QVERIFY(!m_room->touchMember(*queue, Technique::LongPolling, 1));

    Member *const again = m_room->touchMember({"q:mia", u"mia"_s, {}}, Technique::LongPolling, 1);
    Roster::bind(*queue, *again);
    m_clock.advance(protocol::queueLife + 1ms);
    m_room->sweep(protocol::queueLife + 1h);
    QVERIFY(!m_room->queue(u"mia"_s));
    QCOMPARE(m_room->member("q:mia"), again);
    QVERIFY(!again->queue);
}

void TestRoom::membersKnowWhatWasBeforeThem()
{
    const auto see = [this] { return m_room->touchMember({"mia", {}, {}}, Technique::Polling, 1)->known; };
    append(*m_room, saying(u"a"_s));
    QCOMPARE(see(), 1);
    append(*m_room, saying(u"b"_s));
    QCOMPARE(see(), 1);
    m_room->sweep(15s);
    m_clock.advance(15s);
    QCOMPARE(see(), 1); // what it missed while it was away
    m_clock.advance(15s + 1ms);
    QCOMPARE(see(), 2); // too long, though no sweep has found it gone
    append(*m_room, saying(u"c"_s));
    m_clock.advance(15s + 1ms);
    m_room->sweep(15s);
    QVERIFY(!m_room->member("mia"));
    QCOMPARE(see(), 3);
    ++m_room->member("mia")->sockets;
    append(*m_room, saying(u"d"_s));
    m_clock.advance(1h);
    QCOMPARE(see(), 3); // it was here
    --m_room->member("mia")->sockets;
}

void TestRoom::openingAQueueIsTheFirstContact()
{
    append(*m_room, saying(u"a"_s));
    QVERIFY(m_room->openQueue(u"mia"_s));
    append(*m_room, saying(u"b"_s));
    Queue *const queue = m_room->queue(u"mia"_s);
    const auto read = [this, queue] {
        Member *const mia = m_room->touchMember({"q:mia", {}, {}}, Technique::LongPolling, 1);
        Roster::bind(*queue, *mia);
        return mia->known;
    };
    QCOMPARE(read(), 1);
    m_clock.advance(15s + 1ms);
    m_room->sweep(15s);
    QVERIFY(!queue->reader);
    QCOMPARE(read(), 2); // it comes back to what is in its queue
    m_clock.advance(15s + 1ms);
    m_room->sweep(15s);
    QVERIFY(m_room->openQueue(u"mia"_s)); // the page is opened again
    append(*m_room, saying(u"c"_s));
    QCOMPARE(read(), 2);
    m_clock.advance(15s + 1ms);
    m_room->sweep(15s);
    QVERIFY(m_room->openQueue(u"mia"_s));
    append(*m_room, saying(u"d"_s));
    m_clock.advance(15s + 1ms);
    m_room->sweep(15s);
    QCOMPARE(read(), 4); // too late for that opening to count
}

QTEST_GUILESS_MAIN(TestRoom)
#include "tst_room.moc"
