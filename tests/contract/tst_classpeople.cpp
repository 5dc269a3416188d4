// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

} // namespace

//! The teacher's list of the banned, names that the teacher gives, and the member in the spotlight.
class TestClassPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listIsTheTeachersAlone();
    void listsTheBanned();
    void liftsPartOfABan();
    void takenNamesGetANumber();
    void givenNamesAreTaken();
    void spotlightShowsAMember();
    void spotlightMoves();
    void windowSeesTheSame();

private:
    HttpAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = key) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    void order(const QByteArray &body, const QByteArray &path = "/api/rooms/lobby/moderation") const
    {
        QCOMPARE(post(path, body).status, 200);
    }
    [[nodiscard]] int come(const QByteArray &member, const QByteArray &name, const QByteArray &room = "lobby") const
    {
        return m_host->get("/api/rooms/" + room + "/messages?after=0&member=" + member + "&name=" + name).status;
    }
    [[nodiscard]] QString nameOf(const QByteArray &member, const QByteArray &wanted, const QByteArray &room = "lobby") const
    {
        return m_host->get("/api/rooms/" + room + "?member=" + member + "&name=" + wanted).json()[u"name"_s].toString();
    }
    void say(const QByteArray &member, const QByteArray &text) const
    {
        const QByteArray body = "{\"text\":\"" + text + "\",\"member\":\"" + member + "\",\"from\":\"x\",\"id\":\"" + text + "\"}";
        QCOMPARE(post("/api/rooms/lobby/messages", body, {}).status, 201);
    }
    [[nodiscard]] QJsonObject ofClass() const { return m_host->get("/api/class/moderation", key).json(); }
    [[nodiscard]] QJsonArray banned() const { return ofClass()[u"banned"_s].toArray(); }

    std::unique_ptr<TestHost> m_host;
};

void TestClassPeople::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestClassPeople::listIsTheTeachersAlone()
{
    QCOMPARE(m_host->get("/api/class/moderation").status, 403);
    QCOMPARE(m_host->get("/api/class/moderation", key).status, 200);
    QCOMPARE(ofClass(),
             (QJsonObject{{u"locked"_s, false}, {u"banned"_s, QJsonArray()}, {u"spotlight"_s, QJsonValue(QJsonValue::Null)}}));
    QCOMPARE(post("/api/class/moderation", R"({"action":"spotlight","member":"m:ann"})", {}).status, 403);
}

void TestClassPeople::listsTheBanned()
{
    for (const char *member : {"ann", "ben"})
        QCOMPARE(come(member, member), 200);
    order(R"({"action":"ban","member":"m:ann"})");
    order(R"({"action":"ban","member":"m:ann"})"); // again: it is one
    order(R"({"action":"ban","member":"m:ben"})", "/api/class/moderation");
    order(R"({"action":"ban","address":"192.0.2.7"})", "/api/rooms/lab/moderation");
    const auto ban = [](const QJsonValue &room, const QString &member, const QString &address, const QString &name) {
        return QJsonObject{{u"room"_s, room}, {u"member"_s, member}, {u"address"_s, address}, {u"name"_s, name}};
    };
    QCOMPARE(banned(),
             QJsonArray({ban(QJsonValue::Null, u"m:ben"_s, {}, u"ben"_s), ban(u"lab"_s, {}, u"192.0.2.7"_s, {}),
                         ban(u"lobby"_s, u"m:ann"_s, {}, u"ann"_s)}));
    QCOMPARE(come("ann", "ann"), 403);
    QCOMPARE(come("ben", "ben", "elsewhere"), 403);
    order(R"({"action":"unban","member":"m:ann","address":""})");
    QCOMPARE(come("ann", "ann"), 200);
    QCOMPARE(banned().size(), 2);
    order(R"({"action":"unban"})", "/api/class/moderation"); // lifts those of the rooms, too
    QCOMPARE(banned(), QJsonArray());
    QCOMPARE(come("ben", "ben"), 200);
}

//! A ban of a tutorial's reader is one of its queue and of its address.
void TestClassPeople::liftsPartOfABan()
{
    order(R"({"action":"ban","member":"q:zoe","address":"192.0.2.7"})");
    order(R"({"action":"ban","address":"192.0.2.7"})");
    QCOMPARE(banned().size(), 2);
    order(R"({"action":"unban","address":"192.0.2.7"})");
    QCOMPARE(banned().size(), 1); // the address is free, the queue is not
    QCOMPARE(banned()[0][u"member"_s].toString(), u"q:zoe"_s);
    QCOMPARE(banned()[0][u"address"_s].toString(), QString());
    order(R"({"action":"unban","member":"q:zoe"})");
    QCOMPARE(banned(), QJsonArray());
}

void TestClassPeople::takenNamesGetANumber()
{
    QCOMPARE(come("a", "Ann"), 200);
    QCOMPARE(come("b", "Ben"), 200);
    order(R"({"action":"rename","member":"m:b","name":"ANN"})", "/api/class/moderation");
    QCOMPARE(nameOf("b", "Ben"), u"ANN 2"_s);
    QCOMPARE(m_host->get("/api/rooms/lobby?member=b").json()[u"own"_s][u"name"_s].toString(), u"ANN 2"_s); // as it is told
    QCOMPARE(nameOf("a", "Ann"), u"Ann"_s);
    say("b", "one");
    say("a", "two");
    const QJsonArray messages = m_host->log()[u"messages"_s].toArray();
    QCOMPARE(messages[0][u"from"_s].toString(), u"ANN 2"_s);
    QCOMPARE(messages[1][u"from"_s].toString(), u"x"_s); // it calls itself so now
    order(R"({"action":"rename","member":"m:b","name":""})");
    QCOMPARE(nameOf("b", "Ben"), u"Ben"_s);
    QCOMPARE(nameOf("c", "ANN%202"), u"ANN 2"_s); // it is free again
}

void TestClassPeople::givenNamesAreTaken()
{
    QCOMPARE(come("a", "Ann"), 200);
    QCOMPARE(come("b", "Ben"), 200);
    order(R"({"action":"rename","member":"m:a","name":"Chen"})");
    QCOMPARE(nameOf("c", "Chen"), u"Chen 2"_s); // who comes later
    QCOMPARE(come("c", "Chen"), 200);
    order(R"({"action":"rename","member":"m:b","name":"Chen"})"); // given twice
    QCOMPARE(nameOf("b", "Ben"), u"Chen 3"_s);
    QCOMPARE(nameOf("a", "Ann"), u"Chen"_s);
    QCOMPARE(nameOf("d", "Ann"), u"Ann"_s); // nobody is called so any more
    QCOMPARE(come("e", "Chen", "lab"), 200);
    QCOMPARE(come("a", "Ann", "lab"), 200);
    QCOMPARE(nameOf("a", "Ann", "lab"), u"Chen 2"_s); // in each room by itself
}

void TestClassPeople::spotlightShowsAMember()
{
    QCOMPARE(come("ann", "Ann"), 200);
    QCOMPARE(come("ben", "Ben"), 200);
    for (int i = 1; i <= 7; ++i) {
        say("ann", "ann's " + QByteArray::number(i));
        say("ben", "ben's " + QByteArray::number(i));
    }
    const qint64 next = m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger();
    order(R"({"action":"spotlight","member":"m:ann"})");
    const auto texts = [this] {
        QStringList said;
        for (const QJsonValue message : ofClass()[u"spotlight"_s][u"messages"_s].toArray())
            said += message[u"text"_s].toString();
        return said;
    };
    const QJsonObject spotlight = ofClass()[u"spotlight"_s].toObject();
    QCOMPARE(spotlight[u"room"_s].toString(), u"lobby"_s);
    QCOMPARE(spotlight[u"member"_s].toString(), u"m:ann"_s);
    QCOMPARE(spotlight[u"technique"_s].toString(), u"polling"_s);
    QCOMPARE(spotlight[u"requests"_s].toInteger(), 1);
    QVERIFY(spotlight[u"bytes"_s].toInteger() > 0);
    QVERIFY(spotlight[u"here"_s].toBool());
    QCOMPARE(texts(), QStringList({u"ann's 3"_s, u"ann's 4"_s, u"ann's 5"_s, u"ann's 6"_s, u"ann's 7"_s}));
    QCOMPARE(post("/api/rooms/lobby/moderation", R"({"action":"withdraw","seq":13})").status, 200);
    QCOMPARE(texts(), QStringList({u"ann's 2"_s, u"ann's 3"_s, u"ann's 4"_s, u"ann's 5"_s, u"ann's 6"_s}));
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger(), next + 1); // members hear of the withdrawal alone
}

void TestClassPeople::spotlightMoves()
{
    QCOMPARE(come("ann", "Ann"), 200);
    QCOMPARE(come("ben", "Ben", "lab"), 200);
    const auto whom = [this] { return ofClass()[u"spotlight"_s][u"name"_s].toString(); };
    order(R"({"action":"spotlight","member":"m:nobody"})");
    QCOMPARE(whom(), QString());
    order(R"({"action":"spotlight","member":"m:ann"})", "/api/class/moderation");
    QCOMPARE(whom(), u"Ann"_s);
    order(R"({"action":"spotlight","member":"m:ben"})", "/api/class/moderation");
    QCOMPARE(whom(), u"Ben"_s);
    QCOMPARE(ofClass()[u"spotlight"_s][u"room"_s].toString(), u"lab"_s);
    order(R"({"action":"rename","member":"m:ben","name":"Benedict"})");
    QCOMPARE(whom(), u"Benedict"_s);
    order(R"({"action":"spotlight","member":""})");
    QVERIFY(ofClass()[u"spotlight"_s].isNull());
}

void TestClassPeople::windowSeesTheSame()
{
    QSignalSpy snapshots(&m_host->host(), &server::Host::snapshotTaken);
    QCOMPARE(come("ann", "Ann"), 200);
    QCOMPARE(come("ben", "Ben"), 200);
    say("ann", "hello");
    using Action = server::ModerationCommand::Action;
    m_host->host().moderate(u"lobby"_s, {Action::Spotlight, "m:ann", {}});
    m_host->host().moderate(u"lobby"_s, {Action::Ban, "m:ben", {}});
    const auto last = [&snapshots] {
        return snapshots.isEmpty() ? server::HostSnapshot() : snapshots.last().first().value<server::HostSnapshot>();
    };
    QTRY_VERIFY(last().spotlight && !last().bans.isEmpty());
    QCOMPARE(last().spotlight->member.name, u"x"_s); // as it called itself when it sent
    QVERIFY(last().spotlight->isHere);
    QCOMPARE(last().spotlight->said.size(), 1);
    QCOMPARE(last().spotlight->said.first().text, u"hello"_s);
    QCOMPARE(last().bans, QList<server::BanState>({{u"lobby"_s, u"m:ben"_s, {}, u"Ben"_s}}));
    m_host->host().moderate(u"lobby"_s, {Action::Spotlight, {}, {}});
    m_host->host().moderate({}, {Action::Unban, {}, {}});
    QTRY_VERIFY(!last().spotlight && last().bans.isEmpty());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestClassPeople)
#include "tst_classpeople.moc"
