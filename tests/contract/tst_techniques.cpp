// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "server/tls/selfsigned.h"
#include "tests/support/clientlog.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using session::ChatClient;
using session::Gap;
using Kind = session::ClientState::Kind;

namespace {

//! Each test runs on a host without TLS, then on one with it.
const std::optional<tls::TlsIdentity> &identity()
{
    static const std::optional<tls::TlsIdentity> made = tls::makeSelfSigned(
        {{u"localhost"_s}, {QHostAddress(QHostAddress::LocalHost)}});
    return made;
}

session::ClientOptions onLoopback(quint16 port)
{
    QFETCH_GLOBAL(bool, isTls);
    session::ClientOptions options;
    options.host = QUrl((isTls ? u"https"_s : u"http"_s) + u"://127.0.0.1:%1"_s.arg(port));
    if (isTls)
        options.fingerprint = identity()->fingerprint;
    return options;
}

server::HostOptions quick()
{
    server::HostOptions options;
    options.settings.pollInterval = protocol::minPollInterval;
    options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    QFETCH_GLOBAL(bool, isTls);
    if (isTls)
        options.tls = identity();
    return options;
}

//! A member of a room, with everything it was told.
struct Member
{
    Member(quint16 port, Technique technique, const QString &room = u"lobby"_s, const QString &name = u"Mei"_s)
        : client(optionsOf(port, technique, room, name)), log(client)
    {
        client.start();
    }

    [[nodiscard]] static session::ClientOptions optionsOf(quint16 port, Technique technique, const QString &room, const QString &name)
    {
        session::ClientOptions options = onLoopback(port);
        options.room = room;
        options.name = name;
        options.technique = technique;
        return options;
    }

    [[nodiscard]] QStringList texts() const
    {
        QStringList result;
        for (const session::Received &received : log.received)
            result.append(received.message.text);
        return result;
    }

    [[nodiscard]] bool isIn() const
    {
        const Kind kind = client.state().kind;
        return kind == Kind::Waiting || kind == Kind::Pausing || kind == Kind::Connected;
    }

    ChatClient client;
    tests::ClientLog log;
};

} // namespace

//! The guarantees of the contract for members, the same for all techniques, with a real host.
class TestTechniques final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void logThenLive_data() { techniques(); }
    void logThenLive();
    void longLogComesWhole_data() { techniques(); }
    void longLogComesWhole();
    void textsComeAsTheyAre_data() { techniques(); }
    void textsComeAsTheyAre();
    void everyTechniqueReachesEveryOther_data() { techniques(); }
    void everyTechniqueReachesEveryOther();
    void ownMessagesAreConfirmedOnce_data() { techniques(); }
    void ownMessagesAreConfirmedOnce();
    void roomsAreApart_data() { techniques(); }
    void roomsAreApart();
    void oddNames_data() { techniques(); }
    void oddNames();
    void delayIsMeasured_data() { techniques(); }
    void delayIsMeasured();
    void followsTheTeacher_data() { techniques(); }
    void followsTheTeacher();
    void movesToWhatIsOffered_data() { techniques(); }
    void movesToWhatIsOffered();
    void hearsTheTeacherWithTheNextDelivery_data() { techniques(); }
    void hearsTheTeacherWithTheNextDelivery();
    void newHostIsANewEpoch_data() { techniques(); }
    void newHostIsANewEpoch();

private:
    void techniques();
};

void TestTechniques::initTestCase_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("plain") << false;
#ifdef Q_OS_UNIX
    QVERIFY(identity());
    QTest::newRow("TLS") << true;
#endif
}

void TestTechniques::techniques()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : protocol::allTechniques)
        QTest::newRow(protocol::techniqueName(technique).data()) << technique;
}

void TestTechniques::logThenLive()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        expected.append(QString::number(i));
        QCOMPARE(host.append(expected.constLast().toUtf8()), i + 1);
        if (i == 9)
            break;
    }
    Member member(host.port(), technique);
    QTRY_COMPARE(member.texts(), expected);
    for (int i = 10; i < 20; ++i) {
        expected.append(QString::number(i));
        QCOMPARE(host.append(expected.constLast().toUtf8()), i + 1);
    }
    QTRY_COMPARE(member.texts(), expected);
    QVERIFY(member.log.isGapless(1));
    QVERIFY(member.log.gaps.isEmpty());
    QVERIFY(!member.log.states.contains(Kind::Retrying));
}

void TestTechniques::longLogComesWhole()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member sender(host.port(), Technique::WebSocket);
    for (int i = 0; i < 30; ++i)
        QVERIFY(!sender.client.send(QString(60'000, QChar(u'a' + i % 26))).isEmpty()); // 1.8 MB
    QTRY_COMPARE(sender.log.received.size(), 30);
    Member member(host.port(), technique);
    QTRY_COMPARE(member.log.received.size(), 30);
    QVERIFY(member.log.isGapless(1));
    QCOMPARE(member.texts(), sender.texts());
}

void TestTechniques::textsComeAsTheyAre()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member member(host.port(), technique);
    QString controls;
    for (char16_t c = 0; c < 0x20; ++c)
        controls.append(QChar(c));
    const QStringList texts{u" "_s,
                            u"\u6559\u5ba4 \U0001F600 e\u0301"_s,
                            u"<script>alert(1)</script> & \"quotes\" \\ / %41 + ="_s,
                            u"\u2028\u2029\ufeff\uffff"_s,
                            u"\ufeff\ufeffa byte order mark"_s,
                            controls,
                            u"two\nlines\r\nand\ttabs"_s,
                            QString(protocol::maxTextBytes, u'x'),
                            QString(40'000, u'\x01')}; // 240,000 bytes of JSON: just within a body
    for (const QString &text : texts)
        QVERIFY(!member.client.send(text).isEmpty());
    QTRY_COMPARE(member.log.received.size(), texts.size());
    QCOMPARE(member.texts(), texts);
    QVERIFY(!member.log.states.contains(Kind::Retrying));
}

void TestTechniques::everyTechniqueReachesEveryOther()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    std::vector<std::unique_ptr<Member>> members;
    for (const Technique other : protocol::allTechniques)
        members.push_back(std::make_unique<Member>(host.port(), other, u"lobby"_s, u"Li"_s));
    Member sender(host.port(), technique);
    QVERIFY(!sender.client.send(u"hello"_s).isEmpty());
    for (const std::unique_ptr<Member> &member : members) {
        QTRY_COMPARE(member->texts(), QStringList{u"hello"_s});
        const session::Received &received = member->log.received.constFirst();
        QCOMPARE(received.message.from, u"Mei");
        QCOMPARE(received.message.via.value_or(Technique::Polling), technique);
        QVERIFY(!received.own);
    }
}

void TestTechniques::ownMessagesAreConfirmedOnce()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member member(host.port(), technique);
    QStringList ids;
    for (int i = 0; i < 50; ++i)
        ids.append(member.client.send(u"the same words"_s));
    QTRY_COMPARE(member.log.received.size(), 50);
    QTRY_COMPARE(member.log.confirmations, 50);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(member.log.received.at(i).id, ids.at(i));
        QVERIFY(member.log.received.at(i).own);
        QCOMPARE(member.log.confirmed.value(ids.at(i)), i + 1);
    }
}

void TestTechniques::roomsAreApart()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member here(host.port(), technique, u"here"_s);
    Member there(host.port(), technique, u"there"_s);
    here.client.send(u"in here"_s);
    there.client.send(u"over there"_s);
    QTRY_COMPARE(here.texts(), QStringList{u"in here"_s});
    QTRY_COMPARE(there.texts(), QStringList{u"over there"_s});
}

void TestTechniques::oddNames()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    const QString name = u"A+B&c=d #1 %41 \u674e"_s;
    Member member(host.port(), technique, u"\u6559\u5ba4 50% + a&b?#"_s, name);
    member.client.send(u"hello"_s);
    QTRY_COMPARE(member.texts(), QStringList{u"hello"_s});
    QCOMPARE(member.log.received.constFirst().message.from, name);
    QVERIFY(member.log.received.constFirst().own);
}

void TestTechniques::delayIsMeasured()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member member(host.port(), technique);
    QTRY_VERIFY(member.isIn());
    QCOMPARE(host.append("hello"), 1);
    QTRY_COMPARE(member.log.received.size(), 1);
    const std::optional<double> delay = member.log.received.constFirst().delay;
    QVERIFY(delay.has_value());
    QVERIFY2(*delay >= 0 && *delay < 1000, qPrintable(QString::number(*delay)));
    QCOMPARE(member.client.counters(technique).delays.count(), 1);
}

void TestTechniques::followsTheTeacher()
{
    QFETCH(Technique, technique);
    server::HostOptions options = quick();
    options.settings.technique = technique;
    tests::TestHost host(options);
    for (const Technique own : protocol::allTechniques) {
        Member member(host.port(), own);
        QTRY_VERIFY(member.isIn());
        QCOMPARE(member.client.technique(), technique);
        QCOMPARE(member.client.classTechnique(), std::optional(technique));
        QCOMPARE(member.client.setTechnique(own), own == technique);
    }
}

//! A member whose technique is withdrawn in the middle of a conversation loses and repeats nothing.
void TestTechniques::movesToWhatIsOffered()
{
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member member(host.port(), technique);
    QTRY_VERIFY(member.isIn());
    QCOMPARE(member.client.technique(), technique);
    QStringList expected;
    QList<qint64> numbers; // with holes where the room was told of the offer
    const auto append = [&](int count) {
        for (int i = 0; i < count; ++i) {
            expected.append(QString::number(expected.size()));
            numbers.append(host.append(expected.constLast().toUtf8()));
            QVERIFY(numbers.constLast() > 0);
        }
    };
    append(5);
    QList<Technique> others(protocol::allTechniques.begin(), protocol::allTechniques.end());
    others.removeAll(technique);
    host.change([&](protocol::ClassSettings &settings) { settings.techniques = others; });
    append(5);
    QTRY_VERIFY_WITH_TIMEOUT(member.client.technique() != technique, 30'000);
    QCOMPARE(member.client.technique(), protocol::closestOffered(technique, others));
    QCOMPARE(member.client.offeredTechniques(), others);
    QVERIFY(!member.client.setTechnique(technique));
    append(5);
    QTRY_COMPARE(member.texts(), expected);
    QList<qint64> received;
    for (const session::Received &one : member.log.received)
        received.append(one.message.seq);
    QCOMPARE(received, numbers);
    QVERIFY(member.log.gaps.isEmpty());
    Member late(host.port(), technique); // a member that joins with it is moved at once
    QTRY_VERIFY(late.isIn());
    QCOMPARE(late.client.technique(), protocol::closestOffered(technique, others));
}

void TestTechniques::hearsTheTeacherWithTheNextDelivery()
{
    constexpr int soon = 2000; // ms, on a busy machine; nobody asks every five seconds
    QFETCH(Technique, technique);
    tests::TestHost host(quick());
    Member member(host.port(), technique);
    QTRY_VERIFY(member.isIn());
    host.append("one");
    host.change([](protocol::ClassSettings &settings) { settings.conditioner = {1ms, 0ms, 0}; });
    QTRY_VERIFY_WITH_TIMEOUT(member.client.conditioner().isOn(), soon);
    QCOMPARE(member.client.technique(), technique);
    QStringList expected{u"one"_s};
    for (const Technique other : protocol::allTechniques) {
        expected.append(QString::fromLatin1(protocol::techniqueName(other)));
        host.change([other](protocol::ClassSettings &settings) { settings.technique = other; });
        QTRY_COMPARE_WITH_TIMEOUT(member.client.classTechnique(), std::optional(other), soon);
        QTRY_VERIFY(member.isIn());
        QCOMPARE(member.client.technique(), other);
        host.append(QByteArray(protocol::techniqueName(other).toByteArray()));
        QTRY_COMPARE(member.texts(), expected);
    }
    host.change([](protocol::ClassSettings &settings) { settings.technique = std::nullopt; });
    QTRY_VERIFY_WITH_TIMEOUT(!member.client.classTechnique(), soon);
    QCOMPARE(member.texts(), expected);
    QVERIFY(member.log.gaps.isEmpty());
}

void TestTechniques::newHostIsANewEpoch()
{
    QFETCH(Technique, technique);
    server::HostOptions options = quick();
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    auto host = std::make_unique<server::Host>(options);
    host->start();
    QTRY_VERIFY(host->isRunning());
    options.port = host->port();
    Member member(host->port(), technique);
    member.client.send(u"old"_s);
    QTRY_COMPARE(member.log.received.size(), 1);
    host->stop();
    QTRY_COMPARE(member.client.state().kind, Kind::Retrying);
    host = std::make_unique<server::Host>(options);
    host->start();
    QTRY_VERIFY(host->isRunning());
    member.client.retryNow();
    member.client.send(u"new"_s);
    QTRY_COMPARE(member.texts(), QStringList({u"old"_s, u"new"_s}));
    QCOMPARE(member.log.gaps, QList<Gap>({Gap{Gap::Kind::NewEpoch, 0}}));
    QCOMPARE(member.client.cursor(), 1);
}

QTEST_GUILESS_MAIN(TestTechniques)
#include "tst_techniques.moc"
