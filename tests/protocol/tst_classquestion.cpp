// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/classquestion.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab::protocol;

//! The prepared questions, and what is taken as one of the teacher's own.
class TestClassQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preparedFollowTheSettings();
    void readsOwn();
    void refusesNonsense_data();
    void refusesNonsense();
    void survivesTheWire();
    void laterSourcesAreShown();
};

void TestClassQuestion::preparedFollowTheSettings()
{
    ClassSettings settings;
    QStringList names;
    for (const ClassQuestion &question : preparedQuestions(settings)) {
        names += question.id;
        QVERIFY(!question.text.english.isEmpty() && !question.text.chinese.isEmpty());
        QVERIFY(!question.text.english.contains(u'%') && !question.text.chinese.contains(u'%'));
        QVERIFY(!question.unit.isEmpty());
    }
    QCOMPARE(names,
             QStringList({u"poll-mean-delay"_s, u"poll-worst-delay"_s, u"requests"_s, u"crossover"_s, u"bytes-polling"_s,
                          u"bytes-long-polling"_s, u"bytes-websocket"_s}));
    QVERIFY(preparedQuestion(u"poll-mean-delay"_s, settings)->text.english.contains(u"every 2 s"));
    settings.pollInterval = 2500ms;
    settings.generator.perSecond = 0.1;
    const auto changed = preparedQuestion(u"poll-mean-delay"_s, settings);
    QVERIFY(changed->text.english.contains(u"every 2.5 s"));
    QVERIFY(changed->text.chinese.contains(u"2.5 秒"));
    QCOMPARE(changed->pollInterval, 2500ms);
    const auto bytes = preparedQuestion(u"bytes-sse"_s, settings); // though it is not offered
    QCOMPARE(bytes->technique, Technique::Sse);
    QVERIFY(bytes->text.english.contains(u"at 6 messages a minute"));
    QVERIFY(!preparedQuestion(u"bytes"_s, settings));
    QVERIFY(!preparedQuestion({}, settings));
}

void TestClassQuestion::readsOwn()
{
    const auto plain = std::get<ClassQuestion>(readOwnQuestion({{u"text"_s, u"  How many?\n"_s}}));
    QCOMPARE(plain.text, sameInBoth(u"How many?"_s));
    QVERIFY(plain.unit.isEmpty() && !plain.answer && plain.source == AnswerSource::Own);
    const QJsonObject both{{u"en"_s, u"How many?"_s}, {u"zh-CN"_s, u"多少？"_s}};
    const auto full = std::get<ClassQuestion>(readOwnQuestion({{u"text"_s, both}, {u"unit"_s, u"B"_s}, {u"answer"_s, 12.5}}));
    QCOMPARE(full.text.chinese, u"多少？"_s);
    QCOMPARE(full.unit.english, u"B"_s);
    QCOMPARE(full.answer, 12.5);
}

void TestClassQuestion::refusesNonsense_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("empty") << QJsonObject{{u"text"_s, u"  "_s}};
    QTest::newRow("a number") << QJsonObject{{u"text"_s, 1}};
    QTest::newRow("long") << QJsonObject{{u"text"_s, QString(301, u'x')}};
    QTest::newRow("one language") << QJsonObject{{u"text"_s, QJsonObject{{u"en"_s, u"x"_s}}}};
    QTest::newRow("long unit") << QJsonObject{{u"text"_s, u"x"_s}, {u"unit"_s, QString(31, u'x')}};
    QTest::newRow("unit is a number") << QJsonObject{{u"text"_s, u"x"_s}, {u"unit"_s, 1}};
    QTest::newRow("answer is a text") << QJsonObject{{u"text"_s, u"x"_s}, {u"answer"_s, u"1"_s}};
    QTest::newRow("answer below 0") << QJsonObject{{u"text"_s, u"x"_s}, {u"answer"_s, -1}};
    QTest::newRow("answer too large") << QJsonObject{{u"text"_s, u"x"_s}, {u"answer"_s, 1e10}};
}

void TestClassQuestion::refusesNonsense()
{
    QFETCH(QJsonObject, object);
    const auto read = readOwnQuestion(object);
    QVERIFY(std::holds_alternative<QByteArray>(read));
    QVERIFY(std::get<QByteArray>(read).endsWith('.'));
}

void TestClassQuestion::survivesTheWire()
{
    for (ClassQuestion question : preparedQuestions({})) {
        const auto read = decodeQuestion(encodeQuestion(question));
        question.pollInterval = {}; // what it assumes is in its text
        question.hold = {};
        question.perMinute = 0;
        QVERIFY(read);
        QCOMPARE(*read, question);
    }
    ClassQuestion own{u"7"_s, AnswerSource::Own, {}, sameInBoth(u"?"_s), {}, 5};
    QVERIFY(!encodeQuestion(own).contains(u"answer"_s)); // members do not see it
    QVERIFY(!decodeQuestion({}));
    QVERIFY(!decodeQuestion({{u"id"_s, u"1"_s}}));
}

void TestClassQuestion::laterSourcesAreShown()
{
    const auto read = decodeQuestion({{u"id"_s, u"1"_s}, {u"text"_s, u"?"_s}, {u"source"_s, u"quic"_s}});
    QVERIFY(read);
    QCOMPARE(read->source, AnswerSource::Own);
}

QTEST_GUILESS_MAIN(TestClassQuestion)
#include "tst_classquestion.moc"
