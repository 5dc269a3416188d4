// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray teacher = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray people = "/api/rooms/lobby/people";
const QByteArray history = "/api/rooms/lobby/history";

QList<qint64> numbers(const QJsonObject &answer)
{
    QList<qint64> list;
    for (const QJsonValue &message : answer[u"messages"_s].toArray())
        list.append(message[u"seq"_s].toInteger());
    return list;
}

} // namespace

//! What a room's page shows beside the live log: it costs no technique anything, makes nobody a member and tells no secret.
class TestBrowsing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void peopleAreNamesAndTechniques();
    void historyGoesBackInParts();
    void historyIsBoundedByBytes();
    void isForThoseInTheRoom();
    void countsAsOther();
    void refusesWithAWord();

private:
    void enter(const char *member, const char *name) const
    {
        const QByteArray query = QByteArray("?after=0&member=") + member + "&name=" + name;
        QCOMPARE(m_host->get("/api/rooms/lobby/messages" + query).status, 200);
    }

    std::unique_ptr<TestHost> m_host;
};

void TestBrowsing::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.messageRate = 0;
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestBrowsing::peopleAreNamesAndTechniques()
{
    QCOMPARE(m_host->get(people).body, R"({"count":0,"people":[]})");
    enter("secret-id", "Anna");
    const HttpAnswer answer = m_host->get(people + "?member=secret-id");
    QCOMPARE(answer.body, R"({"count":1,"people":[{"name":"Anna","technique":"polling"}]})");
    QCOMPARE(answer.field("cache-control"), "no-store");
    QCOMPARE(m_host->get("/api/rooms/nobody/people").body, R"({"count":0,"people":[]})");
    QCOMPARE(m_host->get(people).json()[u"count"_s].toInteger(), 1); // who asks is no member by that
}

void TestBrowsing::historyGoesBackInParts()
{
    for (int i = 0; i < 620; ++i)
        QVERIFY(m_host->append(QByteArray::number(i)) > 0);
    const QJsonObject last = m_host->get(history + "?before=621").json();
    QCOMPARE(last[u"messages"_s].toArray().size(), 500);
    QCOMPARE(numbers(last).first(), 121);
    QCOMPARE(numbers(last).last(), 620);
    QCOMPARE(last[u"oldest"_s].toInteger(), 1);
    QCOMPARE(last[u"epoch"_s], m_host->get("/api/rooms/lobby").json()[u"epoch"_s]);
    const QJsonObject first = m_host->get(history + "?before=121").json();
    QCOMPARE(numbers(first).size(), 120);
    QCOMPARE(numbers(first).first(), 1);
    QVERIFY(numbers(m_host->get(history + "?before=1").json()).isEmpty());
    QVERIFY(numbers(m_host->get(history + "?before=0").json()).isEmpty());
    QCOMPARE(numbers(m_host->get(history + "?before=9223372036854775807").json()).last(), 620);
    QVERIFY(numbers(m_host->get("/api/rooms/empty/history?before=5").json()).isEmpty());
}

void TestBrowsing::historyIsBoundedByBytes()
{
    const QByteArray big(60000, 'x');
    for (int i = 0; i < 12; ++i)
        QVERIFY(m_host->append(big) > 0);
    const HttpAnswer answer = m_host->get(history + "?before=13");
    QVERIFY(answer.body.size() <= 512 * 1024);
    QCOMPARE(numbers(answer.json()).last(), 12);
    QVERIFY(numbers(answer.json()).size() >= 7);
}

void TestBrowsing::isForThoseInTheRoom()
{
    enter("m", "Anna");
    m_host->append("hello");
    const QJsonObject ban{{u"action"_s, u"ban"_s}, {u"member"_s, u"m:m"_s}};
    const QJsonArray members = m_host->get("/api/rooms/lobby/members", teacher).json()[u"members"_s].toArray();
    QJsonObject order = ban;
    for (const QJsonValue &member : members) {
        if (member[u"name"_s].toString() == u"Anna"_s)
            order[u"member"_s] = member[u"member"_s];
    }
    QCOMPARE(m_host->postJson("/api/rooms/lobby/moderation", order, teacher).status, 200);
    QCOMPARE(m_host->get(people + "?member=m").status, 403);
    QCOMPARE(m_host->get(history + "?before=9&member=m").json()[u"code"_s], u"banned"_s);
    QCOMPARE(m_host->get(people + "?member=other").status, 200);
    QCOMPARE(m_host->get(people, "Origin: http://elsewhere.example\r\n").status, 403);
}

void TestBrowsing::countsAsOther()
{
    enter("m", "Anna");
    m_host->append("hello");
    const QJsonObject before = m_host->get("/api/stats").json();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_host->get(people + "?member=m").status, 200);
        QCOMPARE(m_host->get(history + "?before=9&member=m").status, 200);
        QCOMPARE(m_host->get("/api/theory?polling=1").status, 200);
    }
    const QJsonObject after = m_host->get("/api/stats").json();
    QCOMPARE(after[u"techniques"_s], before[u"techniques"_s]);
    QCOMPARE(after[u"other"_s][u"requests"_s].toInteger() - before[u"other"_s][u"requests"_s].toInteger(), 10);
}

void TestBrowsing::refusesWithAWord()
{
    for (const char *query : {"", "?before=", "?before=x", "?before=-1", "?before=99999999999999999999"})
        QCOMPARE(m_host->get(history + query).status, 400);
    for (const char *query : {"polling=x", "polling=", "polling=-1", "polling=10001", "polling=nan", "sse=inf"})
        QCOMPARE(m_host->get(QByteArray("/api/theory?") + query).json()[u"code"_s], u"bad-rate"_s);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestBrowsing)
#include "tst_browsing.moc"
