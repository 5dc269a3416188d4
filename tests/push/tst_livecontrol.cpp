// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/admission.h"
#include "server/http/httpserver.h"
#include "server/ledger/ledger.h"
#include "server/push/longpolling.h"
#include "server/push/websocket/websocketgateway.h"
#include "tests/room/fakeclock.h"
#include "tests/room/shardhelp.h"
#include "tests/support/noobserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/rawwebsocket.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace pushlab;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Long polling and WebSockets, and a hold that asks for control entries at /with.
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
    push::LongPolling longPolling{context};
    push::WebSocketGateway gateway{context};
    NoObserver observer;
    http::HttpServer http{{}, {}, observer};

    SmallHost()
    {
        longPolling.addRoutes(http.router());
        addHold("/with", true);
        addHold("/without", false);
        http.setUpgradeHandler(&gateway);
    }
    ~SmallHost() { shard.deadlines().expireAll(); }

    void addHold(const QByteArray &path, bool withControl)
    {
        http.router().add("GET", path, http::Access::SameSite, [this, withControl](const http::Call &, http::Responder responder) {
            push::MessagesQuery query{u"lobby"_s, {}, 0, 10s, {"m:mia", u"Mia"_s, {}}};
            query.withControl = withControl;
            longPolling.hold(query, std::move(responder));
        });
    }
    [[nodiscard]] room::Room &room() { return *shard.open(u"lobby"_s); }
    void mark() { room().append(protocol::ControlEntry{0, 0, {{u"kind"_s, u"mark"_s}}}); }
};

//! A request that is held by the host, until it is answered.
class Held final
{
public:
    Held(SmallHost &host, const QByteArray &target) : m_client(host.http.port())
    {
        const qsizetype before = host.shard.deadlines().count();
        m_client.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_client.port()) + "\r\n\r\n");
        m_isHeld = QTest::qWaitFor([&host, before] { return host.shard.deadlines().count() > before; });
    }

    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] bool staysSilent() { return m_client.staysSilent(100ms); }
    [[nodiscard]] QJsonObject answer() { return m_client.readAnswer().value_or(HttpAnswer()).json(); }

private:
    RawClient m_client;
    bool m_isHeld = false;
};

} // namespace

//! Control entries appended while readers wait: delivered to those that ask for them, and ignored by others.
class TestLiveControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup() { m_host.reset(); }

    void longPollsSleepThroughThem();
    void longPollsThatAskAreAnswered();
    void queuesSleepThroughThem();
    void socketsStaySilent();

private:
    std::unique_ptr<SmallHost> m_host;
};

void TestLiveControl::init()
{
    m_host = std::make_unique<SmallHost>();
    QCOMPARE(m_host->http.listen(QHostAddress::LocalHost, 0), QString());
}

void TestLiveControl::longPollsSleepThroughThem()
{
    Held held(*m_host, "/without");
    QVERIFY(held.isHeld());
    m_host->mark();
    m_host->mark();
    QVERIFY(held.staysSilent());
    QCOMPARE(m_host->shard.deadlines().count(), 1); // it still waits
    append(m_host->room(), hello());
    const QJsonObject answer = held.answer();
    QCOMPARE(answer[u"next"].toInteger(), 3);
    QCOMPARE(answer[u"messages"].toArray().size(), 1);
    QCOMPARE(answer[u"messages"][0][u"seq"].toInteger(), 3);
}

void TestLiveControl::longPollsThatAskAreAnswered()
{
    Held held(*m_host, "/with");
    QVERIFY(held.isHeld());
    m_host->mark();
    const QJsonObject answer = held.answer();
    QCOMPARE(answer[u"next"].toInteger(), 1);
    QCOMPARE(answer[u"messages"][0][u"control"].toObject(), QJsonObject({{u"kind"_s, u"mark"_s}}));
}

void TestLiveControl::queuesSleepThroughThem()
{
    QVERIFY(m_host->longPolling.openQueue(u"lobby"_s, u"mia"_s));
    Held held(*m_host, "/get_msg/?name=mia");
    QVERIFY(held.isHeld());
    m_host->mark();
    QVERIFY(held.staysSilent());
    append(m_host->room(), hello());
    m_host->mark();
    QCOMPARE(held.answer()[u"msg"].toString(), u"xxxxx"_s);
    Held next(*m_host, "/get_msg/?name=mia");
    QVERIFY(next.isHeld()); // there is nothing but a control entry
}

void TestLiveControl::socketsStaySilent()
{
    RawWebSocket api(m_host->http.port(), "/ws/chat/lobby/?v=1&after=0");
    RawWebSocket tutorial(m_host->http.port(), "/ws/chat/lobby/");
    QVERIFY(api.readJson().contains(u"welcome"));
    m_host->mark();
    QVERIFY(api.staysSilent(100ms) && tutorial.staysSilent(0ms));
    append(m_host->room(), hello());
    QCOMPARE(api.readJson()[u"seq"].toInteger(), 2);
    QCOMPARE(tutorial.readJson(), QJsonObject({{u"message"_s, u"xxxxx"_s}}));
    QCOMPARE(m_host->ledger.of(protocol::Technique::WebSocket).delivered, 2);
}

QTEST_GUILESS_MAIN(TestLiveControl)
#include "tst_livecontrol.moc"
