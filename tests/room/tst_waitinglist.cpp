// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclock.h"

#include "server/room/waitinglist.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <functional>
#include <utility>

using namespace pushlab::room;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A waiter that records its calls.
class TestWaiter final : public Waiter
{
public:
    TestWaiter(QString name, QStringList &story) : m_name(std::move(name)), m_story(story) {}
    ~TestWaiter() override { m_story.append(u"~"_s + m_name); }

    [[nodiscard]] bool wake() override
    {
        m_story.append(u"wake "_s + m_name);
        if (onWake)
            onWake();
        return answers;
    }
    void expire() override
    {
        m_story.append(u"expire "_s + m_name);
        if (onExpire)
            onExpire();
    }

    bool answers = true;
    std::function<void()> onWake;
    std::function<void()> onExpire;

private:
    QString m_name;
    QStringList &m_story;
};

} // namespace

class TestWaitingList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();

    void wakesTheNewestFirst();
    void wakesSomeAtATime();
    void keepsThoseThatFoundNothing();
    void wakesNobodyWhoCameMeanwhile();
    void parksDuringWaking();
    void newsDuringWakingReachAll();
    void dropsUnanswered();
    void dropsDuringWaking();
    void expiresWhenDue();
    void expiresWhoIsBeingWoken();
    void answeredOnesDoNotExpire();
    void expiringMayParkAnew();
    void expireAllEndsEveryWait();
    void destructionDropsAll();

private:
    TestWaiter *park(const QString &name, std::chrono::milliseconds after = 1h);
    QStringList story() { return std::exchange(m_story, {}); }

    QStringList m_story;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<DeadlineList> m_deadlines;
    std::unique_ptr<WaitingList> m_list;
};

void TestWaitingList::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_deadlines = std::make_unique<DeadlineList>(*m_clock);
    m_list = std::make_unique<WaitingList>(*m_deadlines);
    m_story.clear();
}

void TestWaitingList::cleanup()
{
    m_list.reset();
    m_deadlines.reset();
}

TestWaiter *TestWaitingList::park(const QString &name, std::chrono::milliseconds after)
{
    auto waiter = std::make_unique<TestWaiter>(name, m_story);
    TestWaiter *const parked = waiter.get();
    m_list->park(std::move(waiter), m_clock->steady() + after);
    return parked;
}

void TestWaitingList::wakesTheNewestFirst()
{
    QVERIFY(m_list->isEmpty());
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        park(name);
    QVERIFY(!m_list->isEmpty());
    QVERIFY(!m_list->isWaking());
    QCOMPARE(m_list->wakeSome(10), 0); // there is no news yet
    m_list->startWaking();
    QVERIFY(m_list->isWaking());
    QCOMPARE(m_list->wakeSome(10), 3);
    QCOMPARE(story(), QStringList({u"wake c"_s, u"~c"_s, u"wake b"_s, u"~b"_s, u"wake a"_s, u"~a"_s}));
    QVERIFY(m_list->isEmpty());
    QCOMPARE(m_deadlines->count(), 0);
}

void TestWaitingList::wakesSomeAtATime()
{
    for (int i = 1; i <= 5; ++i)
        park(QString::number(i));
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(2), 2);
    QCOMPARE(story(), QStringList({u"wake 5"_s, u"~5"_s, u"wake 4"_s, u"~4"_s}));
    QVERIFY(m_list->isWaking());
    QCOMPARE(m_list->wakeSome(0), 0);
    QCOMPARE(m_list->wakeSome(2), 2);
    QCOMPARE(m_list->wakeSome(2), 1);
    QVERIFY(!m_list->isWaking());
}

void TestWaitingList::keepsThoseThatFoundNothing()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        park(name)->answers = name == u"b";
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(10), 3);
    QCOMPARE(story(), QStringList({u"wake c"_s, u"wake b"_s, u"~b"_s, u"wake a"_s}));
    QVERIFY(!m_list->isWaking());
    QVERIFY(!m_list->isEmpty());
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(10), 2);
    QCOMPARE(story(), QStringList({u"wake c"_s, u"wake a"_s})); // in the same order as before
}

void TestWaitingList::wakesNobodyWhoCameMeanwhile()
{
    park(u"a"_s)->answers = false;
    park(u"b"_s);
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(1), 1);
    park(u"late"_s);
    QCOMPARE(m_list->wakeSome(10), 1);
    QCOMPARE(story(), QStringList({u"wake b"_s, u"~b"_s, u"wake a"_s}));
    m_list->startWaking();
    m_list->wakeSome(1);
    QCOMPARE(story(), QStringList({u"wake late"_s, u"~late"_s}));
}

void TestWaitingList::parksDuringWaking()
{
    // A pipelined request is handled as soon as the one before it is answered.
    park(u"a"_s);
    park(u"b"_s)->onWake = [this] { park(u"next"_s); };
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(10), 2);
    QCOMPARE(story(), QStringList({u"wake b"_s, u"~b"_s, u"wake a"_s, u"~a"_s}));
    QVERIFY(!m_list->isWaking());
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(10), 1);
    QCOMPARE(story(), QStringList({u"wake next"_s, u"~next"_s}));
}

void TestWaitingList::newsDuringWakingReachAll()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        park(name)->answers = false;
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(1), 1); // c has been told of the first news alone
    m_list->startWaking();
    story();
    QCOMPARE(m_list->wakeSome(10), 3);
    QStringList woken = story();
    woken.sort();
    QCOMPARE(woken, QStringList({u"wake a"_s, u"wake b"_s, u"wake c"_s}));
}

void TestWaitingList::dropsUnanswered()
{
    TestWaiter *const a = park(u"a"_s, 1ms);
    park(u"b"_s);
    m_list->drop(a);
    QCOMPARE(story(), QStringList(u"~a"_s));
    QCOMPARE(m_deadlines->count(), 1);
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(10), 1);
    QCOMPARE(story(), QStringList({u"wake b"_s, u"~b"_s}));
}

void TestWaitingList::dropsDuringWaking()
{
    TestWaiter *const a = park(u"a"_s);
    TestWaiter *const b = park(u"b"_s);
    b->answers = false;
    park(u"c"_s)->onWake = [this, a] { m_list->drop(a); }; // one that was to be woken yet
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(2), 2);
    QCOMPARE(story(), QStringList({u"wake c"_s, u"~a"_s, u"~c"_s, u"wake b"_s}));
    m_list->drop(b); // one that was woken and waits again
    QCOMPARE(story(), QStringList(u"~b"_s));
    QVERIFY(m_list->isEmpty());
    QCOMPARE(m_deadlines->count(), 0);
}

void TestWaitingList::expiresWhenDue()
{
    park(u"c"_s, 30ms);
    park(u"a"_s, 10ms);
    park(u"b"_s, 20ms);
    park(u"d"_s, 1h);
    QTest::qWait(60); // a clock that stands still lets nothing expire
    QCOMPARE(story(), QStringList());
    m_clock->advance(20ms);
    QTRY_COMPARE(m_story.join(u' '), u"expire a ~a expire b ~b"_s);
    m_story.clear();
    QCOMPARE(m_deadlines->count(), 2);
    m_clock->advance(10ms);
    QTRY_COMPARE(m_story.join(u' '), u"expire c ~c"_s);
    m_story.clear();
    QCOMPARE(m_deadlines->count(), 1);
}

void TestWaitingList::expiresWhoIsBeingWoken()
{
    park(u"a"_s, 10ms);
    park(u"b"_s);
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(1), 1);
    m_clock->advance(10ms);
    QTRY_COMPARE(m_story.join(u' '), u"wake b ~b expire a ~a"_s);
    m_story.clear();
    QVERIFY(!m_list->isWaking());
    QVERIFY(m_list->isEmpty());
}

void TestWaitingList::answeredOnesDoNotExpire()
{
    park(u"a"_s, 10ms);
    park(u"b"_s, 20ms);
    m_list->startWaking();
    QCOMPARE(m_list->wakeSome(1), 1); // b
    story();
    m_clock->advance(1min);
    QTRY_COMPARE(m_deadlines->count(), 0);
    QCOMPARE(story(), QStringList({u"expire a"_s, u"~a"_s}));
}

void TestWaitingList::expiringMayParkAnew()
{
    park(u"a"_s, 10ms)->onExpire = [this] { park(u"next"_s, 10ms); };
    m_clock->advance(10ms);
    QTRY_COMPARE(m_story.join(u' '), u"expire a ~a"_s);
    m_story.clear();
    QCOMPARE(m_deadlines->count(), 1);
    m_clock->advance(10ms);
    QTRY_COMPARE(m_story.join(u' '), u"expire next ~next"_s);
    m_story.clear();
}

void TestWaitingList::expireAllEndsEveryWait()
{
    WaitingList other(*m_deadlines);
    other.park(std::make_unique<TestWaiter>(u"x"_s, m_story), m_clock->steady() + 2h);
    park(u"b"_s, 3h);
    park(u"a"_s, 1h);
    m_list->startWaking();
    m_deadlines->expireAll();
    QCOMPARE(story(), QStringList({u"expire a"_s, u"~a"_s, u"expire x"_s, u"~x"_s, u"expire b"_s, u"~b"_s}));
    QCOMPARE(m_deadlines->count(), 0);
    QVERIFY(m_list->isEmpty());
    QVERIFY(other.isEmpty());
}

void TestWaitingList::destructionDropsAll()
{
    park(u"a"_s);
    m_list->startWaking();
    park(u"b"_s);
    m_list.reset();
    QCOMPARE(story(), QStringList({u"~b"_s, u"~a"_s}));
    QCOMPARE(m_deadlines->count(), 0);
}

QTEST_GUILESS_MAIN(TestWaitingList)
#include "tst_waitinglist.moc"
