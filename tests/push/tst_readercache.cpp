// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/admission.h"
#include "server/http/httpserver.h"
#include "server/ledger/ledger.h"
#include "server/push/longpolling.h"
#include "server/push/polling.h"
#include "tests/room/fakeclock.h"
#include "tests/room/shardhelp.h"
#include "tests/support/noobserver.h"
#include "tests/support/rawclient.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace pushlab;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The tutorials' routes, with a clock of the test.
struct SmallHost
{
    FakeClock clock;
    room::MemoryStorage storage;
    room::LocalLog log{clock, storage};
    room::Shard shard{clock, log, u"lobby"_s};
    ledger::Ledger ledger;
    protocol::ClassSettings settings;
    admission::Admission admission{clock, {}};
    push::Context context{shard, ledger, settings, admission};
    push::Polling polling{context};
    push::LongPolling longPolling{context};
    NoObserver observer;
    http::HttpServer http{{}, {}, observer};

    SmallHost()
    {
        polling.addRoutes(http.router());
        longPolling.addRoutes(http.router());
    }
    ~SmallHost() { shard.deadlines().expireAll(); }

    [[nodiscard]] room::Room &room() { return *shard.open(u"lobby"_s); }
    void say(const QString &text)
    {
        protocol::Outgoing outgoing;
        outgoing.text = text;
        append(room(), outgoing);
    }
};

} // namespace

//! Cached results of a request are not used when they are no longer valid.
class TestReaderCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();

    void findsTheQueueAgain();
    void looksForTheQueueAnewWhenOneHasGone();
    void looksForTheRoomAnewWhenOneHasGone();
    void countsThePollerAgain();
    void countsThePollerAnewWhenItHasGone();
    void asksForPermissionEachTime();

private:
    [[nodiscard]] HttpAnswer poll() { return m_client->get("/get/msg/?index=0").value_or(HttpAnswer()); }
    [[nodiscard]] HttpAnswer longPoll() { return m_client->get("/get_msg/?name=mia").value_or(HttpAnswer()); }
    [[nodiscard]] qint64 pollsOfTheOnly() const;

    std::unique_ptr<SmallHost> m_host;
    std::unique_ptr<RawClient> m_client;
};

void TestReaderCache::init()
{
    m_host = std::make_unique<SmallHost>();
    QCOMPARE(m_host->http.listen(QHostAddress::LocalHost, 0), QString());
    m_client = std::make_unique<RawClient>(m_host->http.port());
}

void TestReaderCache::cleanup()
{
    m_client.reset();
    m_host.reset();
}

qint64 TestReaderCache::pollsOfTheOnly() const
{
    const auto &members = m_host->room().members();
    if (members.size() != 1)
        return -1;
    const ledger::UsageId id = members.begin()->second.usage[size_t(protocol::Technique::Polling)];
    const ledger::Usage *const usage = m_host->shard.usage().find(id);
    return usage ? usage->requests : -1;
}

void TestReaderCache::findsTheQueueAgain()
{
    QCOMPARE(longPoll().status, 404);
    QVERIFY(m_host->longPolling.openQueue(u"lobby"_s, u"mia"_s));
    for (const QString &text : {u"1"_s, u"2"_s, u"3"_s}) {
        m_host->say(text);
        QCOMPARE(longPoll().json()[u"msg"_s].toString(), text);
    }
    QCOMPARE(m_client->get("/get_msg/?name=ben").value_or(HttpAnswer()).status, 404);
}

void TestReaderCache::looksForTheQueueAnewWhenOneHasGone()
{
    QVERIFY(m_host->longPolling.openQueue(u"lobby"_s, u"mia"_s));
    m_host->say(u"1"_s);
    QCOMPARE(longPoll().status, 200);
    m_host->clock.advance(protocol::queueLife + 1ms);
    QCOMPARE(m_host->shard.sweep(15s), 2);
    QCOMPARE(longPoll().status, 404);
    QVERIFY(m_host->longPolling.openQueue(u"lobby"_s, u"mia"_s));
    m_host->say(u"2"_s);
    QCOMPARE(longPoll().json()[u"msg"_s].toString(), u"2"_s);
}

void TestReaderCache::looksForTheRoomAnewWhenOneHasGone()
{
    const QByteArray target = "/get/msg/?room=other&index=0";
    append(*m_host->shard.open(u"other"_s), hello());
    QCOMPARE(m_client->get(target).value_or(HttpAnswer()).json()[u"index"_s].toInt(), 1);
    QCOMPARE(m_client->get(target).value_or(HttpAnswer()).json()[u"index"_s].toInt(), 1);
    m_host->clock.advance(protocol::roomLife + 1ms);
    m_host->shard.sweep(15s);
    QVERIFY(!m_host->shard.find(u"other"_s));
    QCOMPARE(m_client->get(target).value_or(HttpAnswer()).json()[u"index"_s].toInt(), 0);
    QVERIFY(m_host->shard.find(u"other"_s));
}

void TestReaderCache::countsThePollerAgain()
{
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(poll().status, 200);
        QCOMPARE(pollsOfTheOnly(), i);
    }
}

void TestReaderCache::countsThePollerAnewWhenItHasGone()
{
    QCOMPARE(poll().status, 200);
    m_host->clock.advance(15s + 1ms);
    QCOMPARE(m_host->shard.sweep(15s), 1);
    QCOMPARE(pollsOfTheOnly(), -1);
    QCOMPARE(poll().status, 200);
    QCOMPARE(pollsOfTheOnly(), 1);
}

void TestReaderCache::asksForPermissionEachTime()
{
    QVERIFY(m_host->longPolling.openQueue(u"lobby"_s, u"mia"_s));
    m_host->say(u"1"_s);
    QCOMPARE(poll().status, 200);
    QVERIFY(m_host->room().moderate({room::ModerationCommand::Action::Ban, {}, u"127.0.0.1"_s}));
    QCOMPARE(poll().status, 403);
    QCOMPARE(longPoll().status, 403);
    QVERIFY(m_host->room().moderate({room::ModerationCommand::Action::Unban, {}, u"127.0.0.1"_s}));
    QCOMPARE(poll().status, 200);
    QCOMPARE(longPoll().status, 200);
    QVERIFY(m_host->room().moderate({room::ModerationCommand::Action::Ban, {}, u"127.0.0.1"_s}));
    QCOMPARE(longPoll().status, 403);
}

QTEST_GUILESS_MAIN(TestReaderCache)
#include "tst_readercache.moc"
