// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/questionresult.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::protocol;
using Part = QuestionOrder::Part;

//! What comes of a question: distribution, who came nearest, how much of it is told.
class TestQuestionResult final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
    void namesOnlyWhenWanted();
    void showsStepByStep();
    void takesTheBestTruth();
    void distributes_data();
    void distributes();
    void survivesTheWire();
    void singleGuessesAreForTheLog();

private:
    static ClassQuestion question() { return {u"1"_s, AnswerSource::Own, {}, sameInBoth(u"?"_s), sameInBoth(u"ms"_s)}; }
    static QList<Guess> guessesOf(const QList<double> &values)
    {
        QList<Guess> guesses;
        for (const double value : values)
            guesses.append({QString::number(value), value});
        return guesses;
    }
    static QuestionAnswer measured(double value, double uncertainty)
    {
        QuestionAnswer answer;
        answer.measured = MeasuredAnswer{value, uncertainty, 30, sameInBoth(u"how"_s)};
        return answer;
    }
    static QuestionOrder shown(Part part = Part::Measured, bool withNames = false)
    {
        return {QuestionOrder::Action::Show, {}, part, withNames};
    }
};

void TestQuestionResult::nearest_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("uncertainty");
    QTest::addColumn<QList<double>>("expected");
    QTest::addColumn<int>("members");
    using L = QList<double>;
    QTest::newRow("one") << L{50} << 0.0 << L{50} << 1;
    QTest::newRow("clear") << L{50, 90, 200} << 0.0 << L{90} << 1;
    QTest::newRow("the same twice") << L{50, 90, 90} << 0.0 << L{90} << 2;
    QTest::newRow("equally far on both sides") << L{90, 110, 500} << 0.0 << L{90, 110} << 2;
    QTest::newRow("exact") << L{100, 101} << 0.0 << L{100} << 1;
    QTest::newRow("within the uncertainty") << L{96, 104, 300} << 5.0 << L{96, 104} << 2;
    QTest::newRow("one within, one outside that may be nearer") << L{99, 89} << 10.0 << L{89, 99} << 2;
    QTest::newRow("outside, told apart") << L{120, 130} << 5.0 << L{120} << 1;
    QTest::newRow("outside on both sides, not told apart") << L{80, 122} << 5.0 << L{80, 122} << 2;
}

void TestQuestionResult::nearest()
{
    QFETCH(QList<double>, values);
    QFETCH(double, uncertainty);
    QFETCH(QList<double>, expected);
    QFETCH(int, members);
    const QuestionResult result = resultOf(question(), guessesOf(values), measured(100, uncertainty), shown());
    QVERIFY(result.nearest);
    QCOMPARE(result.nearest->to, 100.0);
    QCOMPARE(result.nearest->values, expected);
    QCOMPARE(result.nearest->members, members);
}

void TestQuestionResult::namesOnlyWhenWanted()
{
    const QList<Guess> guesses{{u"Zoe"_s, 90}, {u"Ann"_s, 110}, {u"Ben"_s, 500}};
    QCOMPARE(resultOf(question(), guesses, measured(100, 0), shown()).nearest->names, QStringList());
    QCOMPARE(resultOf(question(), guesses, measured(100, 0), shown(Part::Measured, true)).nearest->names,
             QStringList({u"Ann"_s, u"Zoe"_s}));
    QList<Guess> many;
    for (int i = 0; i < 50; ++i)
        many.append({QString::number(i), 100});
    const auto tie = resultOf(question(), many, measured(100, 0), shown(Part::Measured, true)).nearest;
    QCOMPARE(tie->members, 50);
    QCOMPARE(tie->names.size(), 20);
}

void TestQuestionResult::showsStepByStep()
{
    QuestionAnswer answer = measured(100, 1);
    answer.theory = TheoryAnswer{99, sameInBoth(u"because"_s)};
    ClassQuestion asked = question();
    asked.answer = 98;
    const QuestionResult guesses = resultOf(asked, guessesOf({1, 3, 8}), answer, shown(Part::Guesses));
    QCOMPARE(guesses.count, 3);
    QCOMPARE(guesses.median, 3.0);
    QVERIFY(!guesses.answer.theory && !guesses.answer.measured && !guesses.own && !guesses.nearest);
    const QuestionResult theory = resultOf(asked, guessesOf({1, 3}), answer, shown(Part::Theory));
    QCOMPARE(theory.median, 2.0);
    QVERIFY(theory.answer.theory && !theory.answer.measured && theory.own && !theory.nearest);
    const QuestionResult all = resultOf(asked, guessesOf({1, 3}), answer, shown());
    QVERIFY(all.answer.theory && all.answer.measured && all.own && all.nearest);
    QVERIFY(!resultOf(asked, {}, answer, shown()).nearest); // nobody has guessed
}

void TestQuestionResult::takesTheBestTruth()
{
    QuestionAnswer answer;
    ClassQuestion asked = question();
    QVERIFY(!resultOf(asked, guessesOf({1}), answer, shown()).nearest); // nobody knows
    answer.theory = TheoryAnswer{10, {}};
    QCOMPARE(resultOf(asked, guessesOf({1}), answer, shown()).nearest->to, 10.0);
    asked.answer = 20;
    QCOMPARE(resultOf(asked, guessesOf({1}), answer, shown()).nearest->to, 20.0);
    answer.measured = MeasuredAnswer{30, 0, 2, {}};
    QCOMPARE(resultOf(asked, guessesOf({1}), answer, shown()).nearest->to, 30.0);
}

void TestQuestionResult::distributes_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("one") << QList<double>{5};
    QTest::newRow("all the same") << QList<double>{5, 5, 5};
    QTest::newRow("two") << QList<double>{0, 1};
    QTest::newRow("zero and a billion") << QList<double>{0, 1e9};
    QTest::newRow("wide") << QList<double>{1, 10, 100, 1000, 1e6, 1e9, 1e9};
    QList<double> many;
    for (int i = 0; i < 10'000; ++i)
        many.append(i * i);
    QTest::newRow("many") << many;
}

void TestQuestionResult::distributes()
{
    QFETCH(QList<double>, values);
    const QuestionResult result = resultOf(question(), guessesOf(values), {}, shown());
    QVERIFY(result.bars.size() >= 1 && result.bars.size() <= 12);
    QVERIFY(result.values.size() <= 2000);
    QCOMPARE(result.bars.first().from, *std::ranges::min_element(values));
    QCOMPARE(result.bars.last().to, *std::ranges::max_element(values));
    qint64 count = 0;
    for (qsizetype i = 0; i < result.bars.size(); ++i) {
        const GuessBar &bar = result.bars[i];
        QCOMPARE(std::ranges::count_if(values,
                                       [&](double value) {
                                           const bool isLast = i == result.bars.size() - 1;
                                           return value >= bar.from && (isLast ? value <= bar.to : value < bar.to);
                                       }),
                 bar.count);
        count += bar.count;
    }
    QCOMPARE(count, values.size());
}

void TestQuestionResult::survivesTheWire()
{
    QuestionAnswer answer = measured(100, 1.5);
    answer.theory = TheoryAnswer{99, {u"because"_s, u"因为"_s}};
    AskedQuestion asked{question(), false, 120};
    for (const Part part : {Part::Guesses, Part::Theory, Part::Measured}) {
        asked.result = resultOf(asked.question, guessesOf({1, 99, 101}), answer, shown(part, true));
        QCOMPARE(decodeAsked(encodeAsked(asked, GuessValues::Included)), asked);
    }
    asked.result = resultOf(asked.question, {}, {{}, {}, sameInBoth(u"not yet"_s)}, shown());
    QCOMPARE(decodeAsked(encodeAsked(asked)), asked);
    QVERIFY(!decodeAsked({}));
}

void TestQuestionResult::singleGuessesAreForTheLog()
{
    AskedQuestion asked{question(), false};
    asked.result = resultOf(asked.question, guessesOf({3, 1, 2}), {}, shown());
    QVERIFY(!encodeAsked(asked)[u"result"_s].toObject().contains(u"values"_s));
    QCOMPARE(encodeAsked(asked, GuessValues::Included)[u"result"_s][u"values"_s].toArray(), QJsonArray({1, 2, 3}));
}

QTEST_GUILESS_MAIN(TestQuestionResult)
#include "tst_questionresult.moc"
