// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/questionanswers.h"

#include "app/classroom/classroom.h"
#include "client/session/chatclient.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::answerOf;
using protocol::ClassMeasurement;
using protocol::ClassQuestion;
using protocol::ClassSettings;
using protocol::QuestionAnswer;
using protocol::QuestionOrder;
using protocol::Technique;

//! What theory and a class's measurement answer to the prepared questions.
class TestQuestionAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theoryKnowsTheNumbers_data();
    void theoryKnowsTheNumbers();
    void theoryFollowsTheNetwork();
    void ownQuestionsHaveNone();
    void measuresDelays();
    void measuresRequests();
    void measuresBytes();
    void measuresTheCrossover();
    void saysWhatIsMissing();
    void aClassMeasures();

private:
    static ClassQuestion prepared(const QString &name, const ClassSettings &settings = {})
    {
        return protocol::preparedQuestion(name, settings).value();
    }
    static ClassMeasurement withMembers(Technique technique, const QList<double> &requests, double delivered, double bytes)
    {
        ClassMeasurement measured;
        for (const double count : requests)
            measured.members.append({technique, 2, count, delivered, bytes, false});
        return measured;
    }
};

void TestQuestionAnswers::theoryKnowsTheNumbers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("mean") << u"poll-mean-delay"_s << 1000.0 << 1.0;
    QTest::newRow("worst") << u"poll-worst-delay"_s << 2000.0 << 1.0;
    QTest::newRow("requests") << u"requests"_s << 900.0 << 1.0;
    QTest::newRow("crossover") << u"crossover"_s << 29.8 << 0.5; // about 1/T, less what comes of the hold
    QTest::newRow("polling") << u"bytes-polling"_s << 585.0 + 110 << 25.0; // as many polls as messages
    QTest::newRow("WebSocket") << u"bytes-websocket"_s << 2.0 + 115 << 25.0;
}

void TestQuestionAnswers::theoryKnowsTheNumbers()
{
    QFETCH(QString, name);
    QFETCH(double, expected);
    QFETCH(double, tolerance);
    const QuestionAnswer answer = answerOf(prepared(name), {}, {});
    QVERIFY(answer.theory);
    QVERIFY2(std::abs(answer.theory->value - expected) <= tolerance, QByteArray::number(answer.theory->value));
    for (const QString &text : {answer.theory->derivation.english, answer.theory->derivation.chinese}) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
    }
    QVERIFY(!answer.measured);
    QVERIFY(!answer.unmeasured.english.isEmpty() && !answer.unmeasured.chinese.isEmpty());
}

void TestQuestionAnswers::theoryFollowsTheNetwork()
{
    ClassSettings settings;
    settings.conditioner.delay = 150ms;
    const QuestionAnswer answer = answerOf(prepared(u"poll-mean-delay"_s), {}, settings);
    QVERIFY(std::abs(answer.theory->value - (150 + 2300 / 2)) < 1); // the cycle is longer by there and back
    QVERIFY2(answer.theory->derivation.english.contains(u"2300/2 + 150 = 1300 ms"), qPrintable(answer.theory->derivation.english));
    settings.pollInterval = 5s; // now; the question was another
    QVERIFY(std::abs(answerOf(prepared(u"poll-mean-delay"_s), {}, settings).theory->value - 1300) < 1);
}

void TestQuestionAnswers::ownQuestionsHaveNone()
{
    ClassQuestion own;
    own.text = protocol::sameInBoth(u"?"_s);
    QCOMPARE(answerOf(own, {}, {}), QuestionAnswer());
}

void TestQuestionAnswers::measuresDelays()
{
    ClassMeasurement measured;
    protocol::DelaySamples &polling = measured.delays[size_t(Technique::Polling)];
    polling = {400, 1012, 577, 1990, 3};
    const auto mean = answerOf(prepared(u"poll-mean-delay"_s), measured, {}).measured;
    QVERIFY(mean);
    QCOMPARE(mean->value, 1012.0);
    QCOMPARE(mean->n, 400);
    QVERIFY(std::abs(mean->uncertainty - (1.966 * 577 / 20 + 3)) < 0.1);
    const auto worst = answerOf(prepared(u"poll-worst-delay"_s), measured, {}).measured;
    QVERIFY(worst);
    QCOMPARE(worst->value, 1990.0);
    QVERIFY(worst->uncertainty > 1990 * 3.0 / 400 + 3 && worst->uncertainty < 50);
    polling.n = 9;
    QVERIFY(!answerOf(prepared(u"poll-mean-delay"_s), measured, {}).measured);
    QVERIFY(!answerOf(prepared(u"poll-worst-delay"_s), measured, {}).measured);
}

void TestQuestionAnswers::measuresRequests()
{
    const auto answer = answerOf(prepared(u"requests"_s), withMembers(Technique::Polling, {60, 59, 61}, 5, 0), {}).measured;
    QVERIFY(answer);
    QVERIFY(std::abs(answer->value - 900) < 1e-9);
    QCOMPARE(answer->n, 3);
    QVERIFY(std::abs(answer->uncertainty - 4.303 * 15 / std::sqrt(3.0)) < 0.1); // Student's, of 885, 900, 915
    const auto alone = answerOf(prepared(u"requests"_s), withMembers(Technique::Polling, {60}, 5, 0), {}).measured;
    QCOMPARE(alone->uncertainty, 15.0); // a request more or less in two minutes, times 30
    QVERIFY(!answerOf(prepared(u"requests"_s), withMembers(Technique::WebSocket, {60}, 5, 0), {}).measured);
}

void TestQuestionAnswers::measuresBytes()
{
    ClassSettings settings;
    settings.generator = {0.5, 2, false};
    const ClassQuestion question = prepared(u"bytes-websocket"_s, settings);
    ClassMeasurement measured = withMembers(Technique::WebSocket, {0, 0}, 60, 60 * 119.0);
    measured.members.append({Technique::WebSocket, 2, 0, 60, 1e6, true}); // has sent, and does not count
    const auto answer = answerOf(question, measured, settings).measured;
    QVERIFY(answer);
    QCOMPARE(answer->value, 119.0);
    QCOMPARE(answer->n, 2);
    settings.generator.bytes = 32; // no "hi"
    QVERIFY(!answerOf(question, measured, settings).measured);
    settings.generator = {5, 2, false}; // another rate
    QVERIFY(!answerOf(question, measured, settings).measured);
}

void TestQuestionAnswers::measuresTheCrossover()
{
    ClassMeasurement measured;
    measured.points = {{6, 10, 30}};
    QVERIFY(!answerOf(prepared(u"crossover"_s), measured, {}).measured); // one side alone
    measured.points.append({60, 60, 30});
    auto answer = answerOf(prepared(u"crossover"_s), measured, {}).measured;
    QVERIFY(answer);
    QCOMPARE(answer->value, 33.0);
    QCOMPARE(answer->uncertainty, 27.0);
    measured.points += {{24, 25, 0}, {36, 36, 0}}; // nobody polls any more: theory's 30 requests
    answer = answerOf(prepared(u"crossover"_s), measured, {}).measured;
    QCOMPARE(answer->value, 30.0);
    QCOMPARE(answer->uncertainty, 6.0);
}

void TestQuestionAnswers::saysWhatIsMissing()
{
    ClassMeasurement measured;
    measured.delays[size_t(Technique::Polling)] = {400, 1012, 577, 1990, 3};
    ClassSettings settings;
    settings.pollInterval = 5s;
    const QuestionAnswer other = answerOf(prepared(u"poll-mean-delay"_s), measured, settings);
    QVERIFY(!other.measured);
    QVERIFY2(other.unmeasured.english.contains(u"every 2 s"), qPrintable(other.unmeasured.english));
    settings = {};
    settings.hold = 20s;
    QVERIFY(answerOf(prepared(u"crossover"_s), measured, settings).unmeasured.english.contains(u"hold"));
}

//! The whole way: a class that polls every 0.2 s gets 100 ms on average and no more than 200, within what it says.
void TestQuestionAnswers::aClassMeasures()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.settings.pollInterval = 200ms;
    options.settings.technique = Technique::Polling;
    options.settings.generator = {40, 2, true};
    app::Classroom classroom(options);
    QSignalSpy taken(&classroom, &app::Classroom::snapshotTaken);
    QSignalSpy started(&classroom, &app::Classroom::started);
    classroom.start();
    QTRY_COMPARE(started.count(), 1);
    session::ClientOptions member;
    member.host = classroom.url();
    member.room = classroom.room();
    member.name = u"Ann"_s;
    session::ChatClient ann(member);
    ann.start();
    QTRY_VERIFY(ann.state().everConnected);
    classroom.ask({QuestionOrder::Action::Open, prepared(u"poll-mean-delay"_s)});
    QTRY_VERIFY(ann.prediction().asked());
    QVERIFY(ann.prediction().asked()->question.text.english.contains(u"every 0.2 s"));
    ann.prediction().guess(90);
    QTRY_COMPARE(classroom.snapshot().question.guesses, 1);
    const auto result = [&] {
        classroom.ask({QuestionOrder::Action::Show, {}, QuestionOrder::Part::Measured, true});
        QTest::qWait(300);
        const auto &asked = ann.prediction().asked();
        return asked ? asked->result : std::nullopt;
    };
    QTRY_VERIFY_WITH_TIMEOUT(result() && result()->answer.measured && result()->answer.measured->n >= 150, 30'000);
    const auto &shown = *ann.prediction().asked()->result;
    const auto &measured = *shown.answer.measured;
    QVERIFY(std::abs(shown.answer.theory->value - 100) < 1);
    QVERIFY2(std::abs(measured.value - shown.answer.theory->value) < 3 * measured.uncertainty,
             qPrintable(u"%1 ± %2"_s.arg(measured.value).arg(measured.uncertainty)));
    QVERIFY(measured.uncertainty < 30);
    QCOMPARE(shown.nearest->names, QStringList(u"Ann"_s));
    ann.stop();
}

QTEST_GUILESS_MAIN(TestQuestionAnswers)
#include "tst_questionanswers.moc"
