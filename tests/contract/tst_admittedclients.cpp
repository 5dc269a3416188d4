// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "tests/support/clientlog.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using tests::TestHost;
using Action = room::ModerationCommand::Action;
using Kind = session::ClientState::Kind;

namespace {

server::HostOptions guarded(bool limitLoopback = false)
{
    server::HostOptions options;
    options.settings.pollInterval = protocol::minPollInterval;
    options.pin = u"739152"_s;
    options.limitLoopback = limitLoopback;
    return options;
}

session::ClientOptions member(const TestHost &host, Technique technique, const QString &pin)
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:%1"_s.arg(host.port()));
    options.name = u"Mei"_s;
    options.technique = technique;
    options.pin = pin;
    return options;
}

bool isIn(const ChatClient &client)
{
    const Kind kind = client.state().kind;
    return kind == Kind::Waiting || kind == Kind::Pausing || kind == Kind::Connected;
}

//! The key of the only member in the host's list.
QByteArray onlyMember(TestHost &host)
{
    const QByteArray key = "Authorization: Bearer " + host.host().options().teacherKey + "\r\n";
    const QJsonArray members = host.get("/api/rooms/lobby/members", key).json()[u"members"_s].toArray();
    return members.size() == 1 ? members.first()[u"member"_s].toString().toUtf8() : QByteArray();
}

} // namespace

//! The native client with a host that refuses or evicts some clients.
class TestAdmittedClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void comesInByItsPin_data() { techniques(); }
    void comesInByItsPin();
    void waitsForAPin();
    void wrongPinIsNotRetried();
    void anotherPinIsAskedFor_data() { techniques(); }
    void anotherPinIsAskedFor();
    void comesInByTheKey_data() { techniques(); }
    void comesInByTheKey();
    void kickedDoesNotComeBackByItself_data() { techniques(); }
    void kickedDoesNotComeBackByItself();
    void lockedOutComesInByItself_data() { techniques(); }
    void lockedOutComesInByItself();
    void takenNameGetsANumber_data() { techniques(); }
    void takenNameGetsANumber();
    void whoComesBackIsTheSame_data() { techniques(); }
    void whoComesBackIsTheSame();
    void bannedStopsAsking_data() { techniques(); }
    void bannedStopsAsking();
    void mutedKeepsItsMessage_data() { techniques(); }
    void mutedKeepsItsMessage();
    void tooFastLosesNothing_data() { techniques(); }
    void tooFastLosesNothing();

private:
    static void techniques();
};

void TestAdmittedClients::techniques()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).toByteArray().constData()) << technique;
}

void TestAdmittedClients::comesInByItsPin()
{
    QFETCH(Technique, technique);
    const TestHost host(guarded());
    ChatClient client(member(host, technique, u"739152"_s));
    const tests::ClientLog log(client);
    client.start();
    QTRY_VERIFY(isIn(client));
    QVERIFY(!log.states.contains(Kind::AccessDenied) && !log.states.contains(Kind::Retrying));
    client.send(u"hello"_s);
    QTRY_COMPARE(log.received.size(), 1);
}

void TestAdmittedClients::waitsForAPin()
{
    const TestHost host(guarded());
    ChatClient client(member(host, Technique::WebSocket, {}));
    client.start();
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"pin-needed"_s);
    client.setPin(u"739152"_s);
    QTRY_VERIFY(isIn(client));
}

void TestAdmittedClients::wrongPinIsNotRetried()
{
    const TestHost host(guarded());
    ChatClient client(member(host, Technique::LongPolling, u"000000"_s));
    const tests::ClientLog log(client);
    client.start();
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"wrong-pin"_s);
    QTest::qWait(1500); // longer than the first pause of a lost connection
    QCOMPARE(log.states.count(Kind::Connecting), 1);
    client.setPin(u"739152"_s);
    QTRY_VERIFY(isIn(client));
}

void TestAdmittedClients::anotherPinIsAskedFor()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    ChatClient client(member(host, technique, u"739152"_s));
    client.start();
    QTRY_VERIFY(isIn(client));
    host.host().setPin(u"111222"_s);
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"wrong-pin"_s);
    client.setPin(u"111222"_s);
    QTRY_VERIFY(isIn(client));
}

void TestAdmittedClients::comesInByTheKey()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    session::ClientOptions options = member(host, technique, {});
    options.token = host.host().options().teacherKey;
    ChatClient client(options);
    const tests::ClientLog log(client);
    client.start();
    QTRY_VERIFY(isIn(client));
    client.send(u"hello"_s);
    QTRY_COMPARE(log.received.size(), 1);
    host.host().setPin(u"111222"_s);
    host.host().moderate(u"lobby"_s, {Action::Ban, {}, u"127.0.0.1"_s});
    client.send(u"again"_s);
    QTRY_COMPARE(log.received.size(), 2);
    QVERIFY(!log.states.contains(Kind::AccessDenied));
}

void TestAdmittedClients::kickedDoesNotComeBackByItself()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    ChatClient client(member(host, technique, u"739152"_s));
    client.start();
    QTRY_VERIFY(isIn(client));
    QTRY_VERIFY(!onlyMember(host).isEmpty());
    host.host().moderate(u"lobby"_s, {Action::Kick, onlyMember(host), {}});
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"kicked"_s);
    QVERIFY(client.state().reason.startsWith(u"The teacher has sent you out"_s));
    client.retryNow();
    QTRY_VERIFY(isIn(client));
}

void TestAdmittedClients::lockedOutComesInByItself()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    host.host().moderate({}, {Action::Lock, {}, {}});
    ChatClient client(member(host, technique, u"739152"_s));
    const tests::ClientLog log(client);
    client.start();
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"locked"_s);
    const auto said = log.states.size();
    QTest::qWait(4000); // it has asked again, and says nothing new
    QCOMPARE(log.states.size(), said);
    QCOMPARE(client.state().kind, Kind::AccessDenied);
    host.host().moderate({}, {Action::Unlock, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(isIn(client), 10'000);
}

void TestAdmittedClients::takenNameGetsANumber()
{
    QFETCH(Technique, technique);
    const TestHost host(guarded());
    ChatClient first(member(host, technique, u"739152"_s));
    first.start();
    QTRY_VERIFY(isIn(first));
    QCOMPARE(first.name(), u"Mei"_s);
    ChatClient second(member(host, technique, u"739152"_s));
    const tests::ClientLog log(second);
    QSignalSpy named(&second, &ChatClient::nameChanged);
    QCOMPARE(second.name(), u"Mei"_s);
    second.start();
    QTRY_VERIFY(isIn(second));
    QCOMPARE(second.name(), u"Mei 2"_s);
    QCOMPARE(named.count(), 1);
    second.send(u"hello"_s);
    QTRY_COMPARE(log.received.size(), 1);
    QCOMPARE(log.received.first().message.from, u"Mei 2"_s);
    QVERIFY(log.received.first().own);
}

// With the id of before it has the name of before, also in a locked class; and its delays go on counting.
void TestAdmittedClients::whoComesBackIsTheSame()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    const auto delays = [&host, technique] {
        const QString name = QString::fromLatin1(protocol::techniqueName(technique));
        return host.get("/api/stats").json()[u"techniques"_s][name][u"delay"_s][u"n"_s].toInt(-1);
    };
    const auto speak = [&delays](ChatClient &client, int count) {
        client.send(u"hello"_s);
        QTRY_COMPARE(client.counters(client.technique()).delays.count(), 1);
        client.stop();
        QTRY_COMPARE(delays(), count);
    };
    session::ClientOptions options = member(host, technique, u"739152"_s);
    ChatClient first(options);
    first.start();
    QTRY_VERIFY(isIn(first) && first.clockUncertainty());
    speak(first, 1);
    host.host().moderate({}, {Action::Lock, {}, {}});
    options.member = first.memberId();
    ChatClient second(options);
    second.start();
    QTRY_VERIFY(isIn(second) && second.clockUncertainty());
    QCOMPARE(second.memberId(), first.memberId());
    QCOMPARE(second.name(), u"Mei"_s);
    QVERIFY(!onlyMember(host).isEmpty());
    speak(second, 2);
}

void TestAdmittedClients::bannedStopsAsking()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    ChatClient client(member(host, technique, u"739152"_s));
    client.start();
    QTRY_VERIFY(isIn(client));
    QTRY_VERIFY(!onlyMember(host).isEmpty());
    host.host().moderate(u"lobby"_s, {Action::Ban, onlyMember(host), {}});
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    client.retryNow();
    QTRY_COMPARE(client.state().kind, Kind::AccessDenied);
    QCOMPARE(client.state().code, u"banned"_s);
    host.host().moderate(u"lobby"_s, {Action::Unban, {}, {}});
    client.retryNow();
    QTRY_VERIFY(isIn(client));
}

void TestAdmittedClients::mutedKeepsItsMessage()
{
    QFETCH(Technique, technique);
    TestHost host(guarded());
    ChatClient client(member(host, technique, u"739152"_s));
    const tests::ClientLog log(client);
    client.start();
    QTRY_VERIFY(isIn(client));
    host.host().moderate(u"lobby"_s, {Action::Mute, {}, u"127.0.0.1"_s});
    const QString id = client.send(u"quiet"_s);
    QTRY_VERIFY(log.rejected.contains(id));
    QVERIFY(log.rejected.value(id).contains(u"muted"_s));
    host.host().moderate(u"lobby"_s, {Action::Unmute, {}, u"127.0.0.1"_s});
    client.retry(id);
    QTRY_COMPARE(log.received.size(), 1);
}

void TestAdmittedClients::tooFastLosesNothing()
{
    QFETCH(Technique, technique);
    const TestHost host(guarded(true));
    ChatClient client(member(host, technique, u"739152"_s));
    const tests::ClientLog log(client);
    client.start();
    QTRY_VERIFY(isIn(client));
    constexpr int count = 35;
    for (int i = 0; i < count; ++i)
        QVERIFY(!client.send(QString::number(i)).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(log.received.size(), count, 30'000);
    QVERIFY(log.rejected.isEmpty());
    for (int i = 0; i < count; ++i)
        QCOMPARE(log.received.at(i).message.text, QString::number(i)); // in the order in which they were written
}

QTEST_GUILESS_MAIN(TestAdmittedClients)

#include "tst_admittedclients.moc"
