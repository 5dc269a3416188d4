// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray teacher = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray path = "/api/class/projector";

//! What \a stats holds against techniques, but for what the kernel tells of their connections from time to time.
QJsonObject counted(const QJsonObject &stats)
{
    QJsonObject techniques = stats[u"techniques"_s].toObject();
    for (auto technique = techniques.begin(); technique != techniques.end(); ++technique) {
        QJsonObject counters = technique->toObject();
        counters.remove(u"tcpIp"_s);
        *technique = counters;
    }
    return techniques;
}

} // namespace

//! What the projector's page is given, and to whom; what it costs is held against no technique.
class TestProjector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheTeachersAlone_data();
    void isTheTeachersAlone();
    void tellsHowToJoin();
    void tellsWhoIsIn();
    void tellsFiguresAndMarks();
    void tellsWhatTheTeacherHasBegun();
    void countsAsOther();

private:
    [[nodiscard]] QJsonObject shown() const { return m_host->get(path, teacher).json(); }
    [[nodiscard]] QJsonObject stats() const { return m_host->get("/api/stats").json(); }
    [[nodiscard]] int join(const QByteArray &member, const QByteArray &fields = {}) const
    {
        return m_host->get("/api/rooms/physics/messages?after=0&member=" + member + "&name=" + member, fields).status;
    }

    std::unique_ptr<TestHost> m_host;
};

void TestProjector::init()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.room = u"physics"_s;
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestProjector::isTheTeachersAlone_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    for (const QByteArray &target : {path, QByteArray("/projector"), QByteArray("/projector/")}) {
        QTest::addRow("%s without", target.constData()) << target << QByteArray();
        QTest::addRow("%s with a wrong one", target.constData())
            << target << QByteArray("Authorization: Bearer the-key-of-this-test-2\r\n");
        QTest::addRow("%s by a browser", target.constData())
            << target << QByteArray("Accept: text/html\r\nSec-Fetch-Dest: document\r\n");
    }
}

void TestProjector::isTheTeachersAlone()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, fields);
    QCOMPARE(m_host->get(target, fields).status, 403);
    QCOMPARE(m_host->get(target, teacher).status, 200);
}

void TestProjector::tellsHowToJoin()
{
    QJsonObject invited = shown()[u"class"_s].toObject();
    QCOMPARE(invited[u"room"_s].toString(), u"physics"_s);
    QCOMPARE(invited[u"address"_s].toString(), QString()); // nobody has said it yet
    m_host->host().setInvitation({u"physics"_s, u"http://10.0.0.7:8000/?room=physics"_s, u"…"_s, u"4711"_s, {"101", "010", "111"}});
    QTRY_COMPARE(shown()[u"class"_s].toObject()[u"address"_s].toString(), u"http://10.0.0.7:8000/?room=physics"_s);
    invited = shown()[u"class"_s].toObject();
    QCOMPARE(invited[u"pin"_s].toString(), u"4711"_s);
    QCOMPARE(invited[u"code"_s].toArray(), QJsonArray({u"101"_s, u"010"_s, u"111"_s}));
    m_host->change([](protocol::ClassSettings &settings) { settings.techniques = {protocol::Technique::WebSocket}; });
    QTRY_COMPARE(shown()[u"class"_s].toObject()[u"techniques"_s].toArray(), QJsonArray({u"websocket"_s}));
}

void TestProjector::tellsWhoIsIn()
{
    QCOMPARE(shown()[u"people"_s].toArray().size(), 0);
    QCOMPARE(join("ann"), 200);
    QCOMPARE(join("chief", teacher), 200); // leads the class, and is none of it
    QCOMPARE(m_host->get("/api/rooms/elsewhere/messages?after=0&member=bob&name=bob").status, 200);
    const QJsonArray people = shown()[u"people"_s].toArray();
    QCOMPARE(people, QJsonArray({QJsonObject{{u"key"_s, u"m:ann"_s}, {u"name"_s, u"ann"_s}}}));
    QCOMPARE(shown()[u"joined"_s].toInt(), 1);
}

void TestProjector::tellsFiguresAndMarks()
{
    m_host->host().mark(u"here"_s);
    m_host->change([](protocol::ClassSettings &settings) { settings.pollInterval = std::chrono::milliseconds(1500); });
    QTRY_COMPARE(shown()[u"marks"_s].toArray().size(), 2);
    const QJsonArray marks = shown()[u"marks"_s].toArray();
    QCOMPARE(marks[0][u"kind"_s].toString(), u"named"_s);
    QCOMPARE(marks[0][u"value"_s].toString(), u"here"_s);
    QCOMPARE(marks[1][u"kind"_s].toString(), u"pace"_s);
    QCOMPARE(marks[1][u"value"_s].toString(), u"1.5"_s);
    QVERIFY(marks[1][u"at"_s].toDouble() >= marks[0][u"at"_s].toDouble());
    const QByteArray before = m_host->get("/api/rooms/physics").json()[u"epoch"_s].toString().toUtf8();
    QCOMPARE(shown()[u"log"_s].toObject()[u"epoch"_s].toString().toUtf8(), before);
    const QJsonObject delays = shown()[u"delays"_s].toObject();
    QCOMPARE(delays.size(), qsizetype(protocol::allTechniques.size()));
    QVERIFY(delays[u"websocket"_s].toObject()[u"histogram"_s].toObject().contains(u"counts"_s));
    QVERIFY(shown()[u"techniques"_s].toObject().contains(u"polling"_s));
}

// In the form that the dashboard's own routes have.
void TestProjector::tellsWhatTheTeacherHasBegun()
{
    for (const QString &part : {u"race"_s, u"question"_s, u"spotlight"_s, u"lesson"_s})
        QVERIFY2(shown().contains(part) && shown()[part].isNull(), qPrintable(part));
    QCOMPARE(join("ann"), 200);
    m_host->host().startRace();
    m_host->host().moderate(u"physics"_s, {server::ModerationCommand::Action::Spotlight, "m:ann", {}});
    protocol::QuestionOrder order;
    order.question.text = {u"How many?"_s, u"多少？"_s};
    m_host->host().ask(order);
    m_host->host().setLesson({{u"lesson"_s, QJsonObject{{u"view"_s, u"race"_s}, {u"stepStarted"_s, 5}, {u"notes"_s, u"secret"_s}}}});
    QTRY_VERIFY(shown()[u"lesson"_s].isObject());
    QCOMPARE(shown()[u"lesson"_s].toObject(), QJsonObject({{u"view"_s, u"race"_s}, {u"stepStarted"_s, 5}}));
    QCOMPARE(shown()[u"guesses"_s].toInt(-1), 0);
    const QList<std::pair<QString, QByteArray>> routes{
        {u"race"_s, "/api/class/race"}, {u"question"_s, "/api/class/question"}, {u"spotlight"_s, "/api/class/moderation"}};
    for (const auto &[part, route] : routes) {
        QVERIFY2(shown()[part].isObject(), qPrintable(part));
        QCOMPARE(shown()[part], m_host->get(route, teacher).json()[part]);
    }
    m_host->host().moderate(u"physics"_s, {server::ModerationCommand::Action::Spotlight, {}, {}});
    m_host->host().ask({protocol::QuestionOrder::Action::Discard, {}});
    QTRY_VERIFY(shown()[u"question"_s].isNull() && shown()[u"spotlight"_s].isNull());
}

// By the teacher's key, which only the host gives: what a client says of itself has no part in it.
void TestProjector::countsAsOther()
{
    QCOMPARE(join("ann"), 200);
    QVERIFY(m_host->append("a message", "physics") > 0);
    const QJsonValue joined = shown()[u"joined"_s];
    const QJsonObject before = stats();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_host->get("/projector/", teacher).status, 200);
        QCOMPARE(m_host->get(path, teacher).status, 200);
        QCOMPARE(m_host->get("/api/rooms/physics/history?before=99", teacher).status, 200);
    }
    const QJsonObject after = stats();
    QCOMPARE(counted(after), counted(before));
    const auto other = [](const QJsonObject &stats, const QString &name) { return stats[u"other"_s].toObject()[name].toInteger(); };
    QCOMPARE(other(after, u"requests"_s) - other(before, u"requests"_s), 16); // the fifteen, and the first question itself
    QVERIFY(other(after, u"bytesDown"_s) > other(before, u"bytesDown"_s) + 5 * 3000);
    QCOMPARE(shown()[u"joined"_s], joined); // whoever asks is no member
    QCOMPARE(m_host->get("/api/rooms/physics/messages?after=0&member=eve&projector=1").status, 200);
    const auto polls = [](const QJsonObject &stats) {
        return stats[u"techniques"_s].toObject()[u"polling"_s].toObject()[u"requests"_s].toInteger();
    };
    QCOMPARE(polls(stats()) - polls(after), 1);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestProjector)

#include "tst_projector.moc"
