// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/clientlog.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <deque>
#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using session::Gap;
using Action = server::ModerationCommand::Action;
using Kind = session::ClientState::Kind;

namespace {

//! A member of the lobby, with all that it was told.
struct Led
{
    Led(quint16 port, Technique technique, const QString &name = u"Mei"_s) : client(optionsOf(port, technique, name)), log(client)
    {
        QObject::connect(&client, &ChatClient::controlsReceived, &client, [this](const QList<protocol::ControlEntry> &controls) {
            for (const protocol::ControlEntry &control : controls)
                kinds.append(control.kind());
        });
        client.start();
    }

    [[nodiscard]] static session::ClientOptions optionsOf(quint16 port, Technique technique, const QString &name)
    {
        session::ClientOptions options;
        options.host = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        options.name = name;
        options.technique = technique;
        return options;
    }

    [[nodiscard]] bool isIn() const
    {
        const Kind kind = client.state().kind;
        return kind == Kind::Waiting || kind == Kind::Pausing || kind == Kind::Connected;
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const session::Received &received : log.received)
            texts.append(received.message.text);
        return texts;
    }
    [[nodiscard]] QByteArray key() const { return "m:" + client.memberId().toUtf8(); }

    ChatClient client;
    tests::ClientLog log;
    QStringList kinds; //!< of control entries
};

} // namespace

//! What members make of the teacher's acts: one body, each technique, a real host.
class TestLedMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void frozenKeepTheirTexts_data() { techniques(); }
    void frozenKeepTheirTexts();
    void lockedOutComeInByThemselves_data() { techniques(); }
    void lockedOutComeInByThemselves();
    void generatorIsMeasured_data() { techniques(); }
    void generatorIsMeasured();
    void hearMarks_data() { techniques(); }
    void hearMarks();
    void hearWithdrawals_data() { techniques(); }
    void hearWithdrawals();
    void clearedGoOnInTheNewEpoch_data() { techniques(); }
    void clearedGoOnInTheNewEpoch();
    void ordersOfOneMember_data() { techniques(); }
    void ordersOfOneMember();
    void splitByThirds();

private:
    void techniques();

    std::unique_ptr<tests::TestHost> m_host;
};

void TestLedMembers::techniques()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestLedMembers::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.settings.pollInterval = protocol::minPollInterval;
    options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    m_host = std::make_unique<tests::TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestLedMembers::frozenKeepTheirTexts()
{
    QFETCH(Technique, technique);
    Led member(m_host->port(), technique);
    QTRY_VERIFY(member.isIn());
    QSignalSpy ordered(&member.client, &ChatClient::ordersChanged);
    m_host->change([](protocol::ClassSettings &settings) { settings.isFrozen = true; });
    QTRY_VERIFY(member.client.isFrozen());
    QCOMPARE(ordered.count(), 1);
    QSignalSpy rejected(&member.client, &ChatClient::sendRejected);
    const QString id = member.client.send(u"typed before it was told"_s);
    QTRY_COMPARE(rejected.count(), 1);
    QCOMPARE(rejected.first().at(0).toString(), id);
    QCOMPARE(rejected.first().at(2).toString(), u"frozen"_s);
    QCOMPARE(member.client.unsent(), 1); // it stays
    QCOMPARE(m_host->append("of the teacher"), 0); // without the key
    m_host->change([](protocol::ClassSettings &settings) { settings.isFrozen = false; });
    QTRY_VERIFY(!member.client.isFrozen());
    member.client.retry(id);
    QTRY_COMPARE(member.texts(), QStringList(u"typed before it was told"_s));
    QCOMPARE(member.client.unsent(), 0);
    QVERIFY(!member.log.states.contains(Kind::Retrying));
}

void TestLedMembers::lockedOutComeInByThemselves()
{
    QFETCH(Technique, technique);
    QCOMPARE(m_host->append("one"), 1);
    m_host->host().moderate({}, {Action::Lock, {}, {}});
    QTRY_VERIFY(m_host->get("/api/rooms/lobby?member=x").status == 403);
    Led member(m_host->port(), technique);
    QTRY_COMPARE(member.client.state().kind, Kind::AccessDenied);
    QCOMPARE(member.client.state().code, u"locked"_s);
    m_host->host().moderate({}, {Action::Unlock, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(member.isIn(), 20'000); // nobody has pressed anything
    QTRY_COMPARE(member.texts(), QStringList(u"one"_s));
    // Asked without a word: it did not say that it connects until it was let in.
    const qsizetype denied = member.log.states.indexOf(Kind::AccessDenied);
    QVERIFY(!member.log.states.mid(denied + 1).contains(Kind::AccessDenied));
    QVERIFY(!member.log.states.contains(Kind::Retrying));
}

void TestLedMembers::generatorIsMeasured()
{
    QFETCH(Technique, technique);
    Led member(m_host->port(), technique);
    QTRY_VERIFY(member.isIn());
    QTRY_VERIFY(member.client.clockUncertainty());
    m_host->change([](protocol::ClassSettings &settings) { settings.generator = {20, 16, false}; });
    QTRY_VERIFY(member.log.received.size() >= 10);
    QVERIFY(member.log.isGapless(1));
    for (const session::Received &received : std::as_const(member.log.received)) {
        QCOMPARE(received.message.from, u"Generator"_s);
        QVERIFY(!received.message.via);
        QVERIFY(!received.own);
        QVERIFY(received.delay);
    }
    QVERIFY(member.client.counters(technique).delays.count() >= 10);
    QCOMPARE(member.client.counters(technique).sends, 0);
    QCOMPARE(m_host->get("/api/stats").json()[u"techniques"_s][u"polling"_s][u"sends"_s].toInteger(), 0);
}

void TestLedMembers::hearMarks()
{
    QFETCH(Technique, technique);
    Led member(m_host->port(), technique);
    QTRY_VERIFY(member.isIn());
    QCOMPARE(m_host->append("before"), 1);
    m_host->host().mark(u"now"_s);
    QTRY_COMPARE(member.kinds, QStringList(u"mark"_s));
    QCOMPARE(m_host->append("after"), 3);
    QTRY_COMPARE(member.texts(), QStringList({u"before"_s, u"after"_s}));
    QVERIFY(member.log.gaps.isEmpty());
}

void TestLedMembers::clearedGoOnInTheNewEpoch()
{
    QFETCH(Technique, technique);
    QCOMPARE(m_host->append("old"), 1);
    Led member(m_host->port(), technique);
    QTRY_COMPARE(member.texts(), QStringList(u"old"_s));
    m_host->change([](protocol::ClassSettings &settings) { settings.hold = 5s; });
    QTRY_COMPARE(member.kinds, QStringList(u"settings"_s));
    m_host->host().clear();
    QTRY_COMPARE(member.log.gaps, QList<Gap>({Gap{Gap::Kind::NewEpoch, 0, true}}));
    QTRY_VERIFY(member.isIn());
    QCOMPARE(m_host->append("new"), 1);
    QTRY_COMPARE(member.texts(), QStringList({u"old"_s, u"new"_s}));
    QVERIFY(!member.client.send(u"mine"_s).isEmpty());
    QTRY_COMPARE(member.texts(), QStringList({u"old"_s, u"new"_s, u"mine"_s}));
    QCOMPARE(member.log.gaps.size(), 1); // once
    QCOMPARE(member.client.counters(technique).delivered, 2);
}

void TestLedMembers::ordersOfOneMember()
{
    QFETCH(Technique, technique);
    const Technique other = technique == Technique::Polling ? Technique::WebSocket : Technique::Polling;
    Led member(m_host->port(), technique);
    Led bystander(m_host->port(), technique, u"Ben"_s);
    QTRY_VERIFY(member.isIn() && bystander.isIn());
    m_host->host().moderate({}, {Action::SetTechnique, member.key(), {}, other});
    QTRY_COMPARE(member.client.technique(), other);
    QCOMPARE(member.client.classTechnique(), std::optional(other));
    QVERIFY(!member.client.setTechnique(technique));
    m_host->host().moderate({}, {Action::Rename, member.key(), {}, {}, u"Mei Li"_s});
    QTRY_COMPARE(member.client.name(), u"Mei Li"_s);
    QVERIFY(!member.client.send(u"hello"_s).isEmpty());
    QTRY_COMPARE(bystander.log.received.size(), 1);
    QCOMPARE(bystander.log.received.first().message.from, u"Mei Li"_s);
    QTRY_COMPARE(member.log.received.size(), 1);
    QVERIFY(member.log.received.first().own);
    m_host->host().moderate(u"lobby"_s, {Action::Mute, member.key(), {}});
    QTRY_VERIFY(member.client.ownOrders().isMuted);
    m_host->host().moderate({}, {Action::SetTechnique, member.key(), {}, std::nullopt});
    QTRY_VERIFY(!member.client.classTechnique());
    QVERIFY(member.client.setTechnique(technique));
    QCOMPARE(bystander.client.technique(), technique);
    QVERIFY(bystander.client.ownOrders() == protocol::OwnOrders());
}

void TestLedMembers::hearWithdrawals()
{
    QFETCH(Technique, technique);
    Led member(m_host->port(), technique);
    QSignalSpy withdrawn(&member.client, &ChatClient::messagesWithdrawn);
    QTRY_VERIFY(member.isIn());
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("two"), 2);
    QTRY_COMPARE(member.log.received.size(), 2);
    m_host->host().moderate(u"lobby"_s, {Action::Withdraw, {}, {}, {}, {}, 1});
    QTRY_COMPARE(withdrawn.count(), 1);
    QCOMPARE(withdrawn.first().first().value<QList<qint64>>(), QList<qint64>({1}));
    session::ClientOptions options = Led::optionsOf(m_host->port(), technique, u"Late"_s);
    options.fromStart = true;
    ChatClient late(options);
    const tests::ClientLog log(late);
    late.start();
    QTRY_COMPARE(late.cursor(), 3); // no number is missing
    QCOMPARE(log.received.size(), 1);
    QCOMPARE(log.received.first().message.text, u"two"_s);
    QCOMPARE(log.gaps.size(), 0);
}

void TestLedMembers::splitByThirds()
{
    const QList among{Technique::Polling, Technique::LongPolling, Technique::WebSocket};
    m_host->change([&among](protocol::ClassSettings &settings) { settings.techniques = among; });
    std::deque<Led> members;
    for (const QString &name : {u"Zoe"_s, u"anna"_s, u"Ben"_s, u"Chen"_s, u"Dora"_s, u"Emil"_s})
        members.emplace_back(m_host->port(), Technique::WebSocket, name);
    const auto areIn = [&members] {
        return std::all_of(members.begin(), members.end(), [](const Led &each) { return each.isIn(); });
    };
    QTRY_VERIFY(areIn());
    m_host->change([](protocol::ClassSettings &settings) { settings.isSplit = true; });
    const QHash<QString, Technique> parts{{u"anna"_s, Technique::Polling},     {u"Ben"_s, Technique::LongPolling},
                                          {u"Chen"_s, Technique::WebSocket},   {u"Dora"_s, Technique::Polling},
                                          {u"Emil"_s, Technique::LongPolling}, {u"Zoe"_s, Technique::WebSocket}};
    for (const Led &member : members) {
        QTRY_VERIFY(member.client.ownOrders().isBySplit); // so that it can be told why
        QCOMPARE(member.client.technique(), parts.value(member.client.name()));
    }
    Led late(m_host->port(), Technique::WebSocket, u"Late"_s);
    QTRY_VERIFY(late.isIn());
    QCOMPARE(late.client.technique(), Technique::Polling); // all parts were alike
    QTRY_VERIFY(areIn());
    for (Led &member : members) // the switch lost nothing
        QVERIFY(!member.client.send(member.client.name()).isEmpty());
    for (const Led &member : members)
        QTRY_COMPARE(member.log.received.size(), qsizetype(members.size()));
    m_host->change([](protocol::ClassSettings &settings) { settings.isSplit = false; });
    for (Led &member : members)
        QTRY_VERIFY(!member.client.classTechnique() && !member.client.ownOrders().isBySplit);
    QVERIFY(members.front().client.setTechnique(Technique::LongPolling));
}

QTEST_GUILESS_MAIN(TestLedMembers)

#include "tst_ledmembers.moc"
