// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

protocol::QuestionAnswer hundred(const protocol::ClassQuestion &question, const protocol::ClassMeasurement &,
                                 const protocol::ClassSettings &)
{
    protocol::QuestionAnswer answer;
    if (question.source == protocol::AnswerSource::Own)
        return answer;
    answer.theory = protocol::TheoryAnswer{99, protocol::sameInBoth(u"by thought"_s)};
    answer.measured = protocol::MeasuredAnswer{100, 2, 30, protocol::sameInBoth(u"by measure"_s)};
    return answer;
}

} // namespace

//! The class's question on the wire: asked, guessed, closed, answered; whom it reaches.
class TestClassPrediction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheTeachersAlone_data();
    void isTheTeachersAlone();
    void refusesNonsense_data();
    void refusesNonsense();
    void everyRoomHearsOfIt();
    void lateJoinerSeesIt();
    void oneGuessEach();
    void guessesNeedAnOpenQuestion();
    void guessesNeedAMember();
    void teacherDoesNotGuess();
    void resultStepByStep();
    void namesOnlyWhenWanted();
    void recordHasTheGuesses();
    void countsWithNoTechnique();
    void oldClientsHearNothing();

private:
    HttpAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = key) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    HttpAnswer lead(const QByteArray &body) const { return post("/api/class/question", body); }
    [[nodiscard]] QJsonObject state() const { return m_host->get("/api/class/question", key).json(); }
    [[nodiscard]] QJsonObject told(const QByteArray &member, const QByteArray &room = "lobby") const
    {
        return m_host->get("/api/rooms/" + room + "?member=" + member).json()[u"question"_s].toObject();
    }
    void join(const QByteArray &member, const QByteArray &room = "lobby") const
    {
        QCOMPARE(m_host->get("/api/rooms/" + room + "/messages?v=2&after=0&member=" + member + "&name=" + member).status, 200);
    }
    HttpAnswer guess(const QByteArray &member, const QByteArray &value, const QByteArray &room = "lobby") const
    {
        const QByteArray id = state()[u"question"_s][u"id"_s].toString().toUtf8();
        return post("/api/rooms/" + room + "/guess",
                    R"({"question":")" + id + R"(","member":")" + member + R"(","value":)" + value + '}', {});
    }
    [[nodiscard]] QJsonArray controls(const QByteArray &room = "lobby") const
    {
        QJsonArray found;
        const QJsonArray entries =
            m_host->get("/api/rooms/" + room + "/messages?v=2&after=0&member=reader").json()[u"messages"_s].toArray();
        for (const auto &entry : entries) {
            if (entry[u"control"_s].isObject())
                found.append(entry[u"control"_s]);
        }
        return found;
    }
    [[nodiscard]] QString codeOf(const HttpAnswer &answer) const { return answer.json()[u"code"_s].toString(); }

    std::unique_ptr<TestHost> m_host;
};

void TestClassPrediction::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.answerer = hundred;
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestClassPrediction::isTheTeachersAlone_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("no key") << QByteArray();
    QTest::newRow("from elsewhere") << key + "Origin: http://elsewhere.example\r\n";
}

void TestClassPrediction::isTheTeachersAlone()
{
    QFETCH(QByteArray, fields);
    QCOMPARE(post("/api/class/question", R"({"action":"open","prepared":"requests"})", fields).status, 403);
    QCOMPARE(state()[u"question"_s], QJsonValue(QJsonValue::Null));
    if (!fields.isEmpty())
        return;
    QCOMPARE(m_host->get("/api/class/question").status, 403);
    QCOMPARE(m_host->get("/api/class/guesses").status, 403);
}

void TestClassPrediction::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"bad-action"_s;
    QTest::newRow("another action") << QByteArray(R"({"action":"burn"})") << u"bad-action"_s;
    QTest::newRow("unknown") << QByteArray(R"({"action":"open","prepared":"meaning"})") << u"bad-question"_s;
    QTest::newRow("no text") << QByteArray(R"({"action":"open","question":{"unit":"B"}})") << u"bad-question"_s;
    QTest::newRow("no question") << QByteArray(R"({"action":"open"})") << u"bad-question"_s;
    QTest::newRow("close") << QByteArray(R"({"action":"close"})") << u"no-question"_s;
    QTest::newRow("show") << QByteArray(R"({"action":"show"})") << u"no-question"_s;
    QTest::newRow("show what") << QByteArray(R"({"action":"show","upTo":"x"})") << u"bad-part"_s;
}

void TestClassPrediction::refusesNonsense()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QCOMPARE(codeOf(lead(body)), code);
    QCOMPARE(controls(), QJsonArray());
}

void TestClassPrediction::everyRoomHearsOfIt()
{
    QCOMPARE(m_host->append("one", "lab"), 1);
    RawWebSocket socket(m_host->port(), "/ws/chat/lab/?v=2&member=ann&after=1");
    QVERIFY(!socket.readJson()[u"welcome"_s].toObject().contains(u"question"_s));
    const HttpAnswer answer = lead(R"({"action":"open","prepared":"requests"})");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json()[u"question"_s][u"open"_s].toBool());
    QVERIFY(answer.json()[u"prepared"_s].toArray().size() >= 7);
    const QJsonObject control = socket.readJson()[u"control"_s].toObject();
    QCOMPARE(control[u"kind"_s].toString(), u"question"_s);
    QCOMPARE(control[u"question"_s], answer.json()[u"question"_s]);
    QVERIFY(control[u"question"_s][u"text"_s][u"zh-CN"_s].toString().contains(u"30 名"));
    QCOMPARE(lead(R"({"action":"close"})").status, 200);
    QVERIFY(!socket.readJson()[u"control"_s][u"question"_s][u"open"_s].toBool(true));
    QCOMPARE(lead(R"({"action":"discard"})").status, 200);
    QVERIFY(socket.readJson()[u"control"_s][u"question"_s].isNull());
    QVERIFY(told("ann", "lab").isEmpty());
    QCOMPARE(controls("lobby").size(), 3);
}

void TestClassPrediction::lateJoinerSeesIt()
{
    lead(R"({"action":"open","question":{"text":"How many?","unit":"B","answer":5}})");
    const QJsonObject question = told("late");
    QCOMPARE(question[u"text"_s][u"en"_s].toString(), u"How many?"_s);
    QVERIFY(question[u"open"_s].toBool());
    QVERIFY(!QJsonDocument(question).toJson().contains("answer"));
    RawWebSocket socket(m_host->port(), "/ws/chat/newroom/?v=2&member=late&after=0"); // one that nobody was in
    QCOMPARE(socket.readJson()[u"welcome"_s][u"question"_s].toObject(), question);
    join("late");
    QCOMPARE(guess("late", "7").status, 200);
    QCOMPARE(told("late")[u"guess"_s].toDouble(), 7.0); // who comes back knows the own guess
    QVERIFY(!told("other").contains(u"guess"_s));
    lead(R"({"action":"close"})");
    QVERIFY(!told("late")[u"open"_s].toBool(true));
    lead(R"({"action":"show"})");
    QCOMPARE(told("later")[u"result"_s][u"nearest"_s][u"to"_s].toDouble(), 5.0);
}

void TestClassPrediction::oneGuessEach()
{
    lead(R"({"action":"open","prepared":"requests"})");
    for (const QByteArray member : {"ann", "ben"})
        join(member);
    QCOMPARE(guess("ann", "500").json()[u"guess"_s].toDouble(), 500.0);
    QCOMPARE(guess("ann", "900.5").status, 200);
    QCOMPARE(guess("ben", "0").status, 200);
    QCOMPARE(state()[u"guesses"_s].toInteger(), 2);
    QCOMPARE(told("ann")[u"guess"_s].toDouble(), 900.5);
    for (const QByteArray bad : {"-1", "1e10", "\"many\"", "null", "[1]", "true"}) {
        const HttpAnswer refused = guess("ann", bad);
        QCOMPARE(refused.status, 400);
        QCOMPARE(codeOf(refused), u"bad-guess"_s);
        QVERIFY(refused.json()[u"error"_s].toString().contains(u"number"));
    }
    QCOMPARE(told("ann")[u"guess"_s].toDouble(), 900.5);
    QCOMPARE(controls().size(), 1); // nobody hears what others guess
}

void TestClassPrediction::guessesNeedAnOpenQuestion()
{
    join("ann");
    QCOMPARE(codeOf(guess("ann", "1")), u"question-closed"_s); // nothing is asked
    lead(R"({"action":"open","prepared":"requests"})");
    const QByteArray former = state()[u"question"_s][u"id"_s].toString().toUtf8();
    QCOMPARE(guess("ann", "1").status, 200);
    lead(R"({"action":"close"})");
    QCOMPARE(codeOf(guess("ann", "2")), u"question-closed"_s);
    lead(R"({"action":"open","prepared":"requests"})"); // the same once more is another
    QVERIFY(!told("ann").contains(u"guess"_s));
    const HttpAnswer late = post("/api/rooms/lobby/guess", R"({"question":")" + former + R"(","member":"ann","value":3})", {});
    QCOMPARE(late.status, 409);
    QCOMPARE(state()[u"guesses"_s].toInteger(), 0);
}

void TestClassPrediction::guessesNeedAMember()
{
    lead(R"({"action":"open","prepared":"requests"})");
    QCOMPARE(codeOf(guess("nobody", "1")), u"unknown-member"_s);
    QCOMPARE(codeOf(guess("", "1")), u"bad-member"_s);
    QCOMPARE(codeOf(guess("nobody", "1", "nowhere")), u"unknown-member"_s);
    join("ann");
    QCOMPARE(post("/api/class/moderation", R"({"action":"ban","member":"m:ann"})").status, 200);
    QCOMPARE(guess("ann", "1").status, 403);
    QCOMPARE(state()[u"guesses"_s].toInteger(), 0);
}

void TestClassPrediction::teacherDoesNotGuess()
{
    lead(R"({"action":"open","prepared":"requests"})");
    join("ann");
    const QByteArray id = state()[u"question"_s][u"id"_s].toString().toUtf8();
    const QByteArray body = R"({"question":")" + id + R"(","member":"ann","value":1})";
    QCOMPARE(codeOf(post("/api/rooms/lobby/guess", body)), u"teacher-guess"_s);
}

void TestClassPrediction::resultStepByStep()
{
    lead(R"({"action":"open","prepared":"requests"})");
    for (const QByteArray member : {"ann", "ben", "eve"})
        join(member);
    guess("ann", "50");
    guess("ben", "99");
    guess("eve", "101.5");
    QJsonObject result = lead(R"({"action":"show","upTo":"guesses"})").json()[u"question"_s][u"result"_s].toObject();
    QCOMPARE(result[u"count"_s].toInteger(), 3);
    QCOMPARE(result[u"median"_s].toDouble(), 99.0);
    QVERIFY(!result.contains(u"theory"_s) && !result.contains(u"measured"_s) && !result.contains(u"nearest"_s));
    QCOMPARE(codeOf(guess("ann", "99")), u"question-closed"_s); // showing closes
    result = lead(R"({"action":"show","upTo":"theory"})").json()[u"question"_s][u"result"_s].toObject();
    QCOMPARE(result[u"theory"_s][u"derivation"_s][u"en"_s].toString(), u"by thought"_s);
    QVERIFY(!result.contains(u"measured"_s));
    result = lead(R"({"action":"show"})").json()[u"question"_s][u"result"_s].toObject();
    QCOMPARE(result[u"measured"_s][u"uncertainty"_s].toDouble(), 2.0);
    QCOMPARE(result[u"nearest"_s][u"values"_s].toArray(), QJsonArray({99, 101.5})); // within the uncertainty: a tie
    QCOMPARE(result[u"nearest"_s][u"members"_s].toInteger(), 2);
    const QJsonArray heard = controls();
    QCOMPARE(heard.last()[u"kind"_s].toString(), u"result"_s);
    QCOMPARE(heard.last()[u"question"_s][u"result"_s][u"nearest"_s], result[u"nearest"_s]);
}

void TestClassPrediction::namesOnlyWhenWanted()
{
    lead(R"({"action":"open","prepared":"requests"})");
    join("ann");
    guess("ann", "100");
    lead(R"({"action":"show"})");
    QVERIFY(!QJsonDocument(controls()).toJson().contains("ann"));
    lead(R"({"action":"show","names":true})");
    QCOMPARE(controls().last()[u"question"_s][u"result"_s][u"nearest"_s][u"names"_s].toArray(), QJsonArray({u"ann"_s}));
}

void TestClassPrediction::recordHasTheGuesses()
{
    for (const QByteArray member : {"zoe", "ann"})
        join(member);
    lead(R"({"action":"open","question":{"text":"=1+1?"}})");
    guess("zoe", "3");
    guess("ann", "2");
    lead(R"({"action":"show"})");
    QCOMPARE(controls().last()[u"question"_s][u"result"_s][u"values"_s].toArray(), QJsonArray({2, 3})); // exported with the log
    QVERIFY(!told("late")[u"result"_s].toObject().contains(u"values"_s));
    lead(R"({"action":"open","question":{"text":"Another?"}})");
    guess("ann", "0.5");
    const HttpAnswer csv = m_host->get("/api/class/guesses", key);
    QCOMPARE(csv.status, 200);
    QCOMPARE(csv.body, QByteArray("\xEF\xBB\xBFquestion,member,guess\r\n'=1+1?,ann,2\r\n'=1+1?,zoe,3\r\nAnother?,ann,0.5\r\n"));
}

void TestClassPrediction::countsWithNoTechnique()
{
    join("ann");
    const auto techniques = [this] { return m_host->get("/api/stats").json()[u"techniques"_s].toObject(); };
    const QJsonObject before = techniques();
    lead(R"({"action":"open","prepared":"requests"})");
    QCOMPARE(guess("ann", "1").status, 200);
    QCOMPARE(techniques(), before);
}

void TestClassPrediction::oldClientsHearNothing()
{
    RawWebSocket old(m_host->port(), "/ws/chat/lobby/?v=1&member=old&after=0");
    QVERIFY(old.readJson().contains(u"welcome"_s));
    lead(R"({"action":"open","prepared":"requests"})");
    lead(R"({"action":"show"})");
    QVERIFY(m_host->append("hello") > 1);
    QCOMPARE(old.readJson()[u"message"_s].toString(), u"hello"_s);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestClassPrediction)
#include "tst_classprediction.moc"
