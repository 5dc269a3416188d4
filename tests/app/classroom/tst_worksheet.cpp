// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/worksheet.h"

#include "app/classroom/techniquefigures.h"
#include "app/classroom/worksheethtml.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::worksheetContent;
using app::worksheetOf;
using protocol::Technique;
using protocol::Worksheet;

//! The students' worksheet as values and as HTML.
class TestWorksheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheQuestionsAsTheyWillBeAsked();
    void everyBuiltInLessonHasOne();
    void emptyOneTellsNoAnswer();
    void filledOneHasTheClassesFigures();
    void speaksChinese();
    void whatIsSaidIsText();
    void namesNobody();
    void fileLoadsNothing();
    void figuresOfATechnique();
    void fewSamplesSayNothing();
};

namespace {

app::Lesson lessonOf(const QByteArray &steps)
{
    const auto read = app::readLesson(
        R"({"lesson": 1, "title": {"en": "Mine & yours", "zh-CN": "我的"}, "steps": [)" + steps + "]}", u"mine"_s);
    const auto *const fault = std::get_if<app::LessonFault>(&read);
    if (fault)
        qWarning("%s", qPrintable(fault->reason));
    return fault ? app::Lesson() : std::get<app::Lesson>(read);
}

const QByteArray sampleSteps = R"(
    {"title": "Come in", "settings": {"pollInterval": 5, "techniques": ["polling", "sse"]}},
    {"title": {"en": "Predict", "zh-CN": "预测"}, "text": "How long?", "notes": "SECRET", "question": "poll-mean-delay"},
    {"title": "Explain", "text": {"en": "Half of it.", "zh-CN": "一半。"}, "show": "measured"},
    {"title": "Own", "question": {"text": "How many?", "unit": "kg", "answer": 4242}})";

//! As the host gives it at the end of the lesson.
Worksheet filledSheet()
{
    Worksheet sheet = worksheetOf(lessonOf(sampleSteps));
    protocol::AskedQuestion asked{sheet.questions.first().question, false};
    asked.question.id = u"abc"_s;
    asked.question.place = {u"mine"_s, 1, 2};
    protocol::QuestionResult result;
    result.count = 24;
    result.median = 2000;
    result.bars = {{500, 1500, 6}, {1500, 2500, 18}};
    result.answer.theory = protocol::TheoryAnswer{2500, {u"T/2 < T"_s, u"T/2 小于 T"_s}};
    result.answer.measured = protocol::MeasuredAnswer{2512.4, 31.2, 432, {u"of those who poll"_s, u"轮询者的"_s}};
    result.nearest = protocol::NearestGuesses{2500, {2400}, 1, {u"Zoe"_s}};
    asked.result = result;
    sheet.questions.first().asked = asked;
    protocol::WorksheetTechnique &polling = sheet.techniques.first();
    polling.delay = {2500.15, protocol::MeasuredAnswer{2512.4, 31.2, 432, {}}};
    polling.requests = {12, protocol::MeasuredAnswer{11.8, 0.25, 24, {}}};
    polling.bytes.measured = protocol::MeasuredAnswer{610, 0, 1, {}};
    polling.perMinute = 30;
    polling.pollInterval = 5s;
    sheet.isFilled = true;
    return sheet;
}

//! What is to be read there, without markup; fails for what is no well-formed markup.
QString wordsOf(const QByteArray &content)
{
    QByteArray xml = "<x>" + content + "</x>";
    xml.replace("&nbsp;", " ").replace("<br>", "<br/>").replace("<hr>", "<hr/>");
    QXmlStreamReader reader(xml);
    QString words;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            words += reader.text() + u' ';
    }
    return reader.hasError() ? u"NO MARKUP: "_s + reader.errorString() : words.simplified();
}

} // namespace

void TestWorksheet::hasTheQuestionsAsTheyWillBeAsked()
{
    const Worksheet sheet = worksheetOf(lessonOf(sampleSteps));
    QCOMPARE(sheet.lesson, u"mine"_s);
    QCOMPARE(sheet.questions.size(), 2);
    const protocol::WorksheetQuestion &first = sheet.questions.first();
    QCOMPARE(first.step, 2);
    QVERIFY(first.question.text.english.contains(u"every 5 s")); // as the step before has set it
    QCOMPARE(first.explanation.english, u"Half of it."_s);
    QCOMPARE(sheet.questions.last().step, 4);
    QVERIFY(sheet.questions.last().explanation.isEmpty());
    QList<Technique> techniques;
    for (const protocol::WorksheetTechnique &technique : sheet.techniques)
        techniques += technique.technique;
    QCOMPARE(techniques, (QList{Technique::Polling, Technique::LongPolling, Technique::WebSocket, Technique::Sse}));
}

void TestWorksheet::everyBuiltInLessonHasOne()
{
    const QList<app::Lesson> lessons = app::loadLessons({});
    QVERIFY(!lessons.isEmpty());
    for (const app::Lesson &lesson : lessons) {
        const Worksheet sheet = worksheetOf(lesson);
        QVERIFY(!sheet.questions.isEmpty());
        for (const bool isChinese : {false, true}) {
            const QString words = wordsOf(worksheetContent(sheet, isChinese));
            QVERIFY2(!words.startsWith(u"NO MARKUP"), qPrintable(words));
            for (const protocol::WorksheetQuestion &question : sheet.questions)
                QVERIFY2(words.contains(question.question.text.in(isChinese)), qPrintable(words));
        }
    }
}

void TestWorksheet::emptyOneTellsNoAnswer()
{
    const QByteArray html = worksheetContent(worksheetOf(lessonOf(sampleSteps)), false);
    const QString words = wordsOf(html);
    for (const QString &there : {u"Mine & yours"_s, u"Name"_s, u"1. Predict"_s, u"How long?"_s, u"every 5 s"_s, u"My prediction"_s,
                                 u"Expected by theory"_s, u"Measured by the class"_s, u"ms"_s, u"Why?"_s, u"How many?"_s, u"kg"_s,
                                 u"What the techniques cost"_s, u"Short polling"_s, u"Server-sent events"_s, u"My own"_s})
        QVERIFY2(words.contains(there), qPrintable(there + u": "_s + words));
    for (const QString &hidden : {u"4,242"_s, u"4242"_s, u"SECRET"_s, u"Half of it."_s, u"2,500"_s})
        QVERIFY2(!words.contains(hidden), qPrintable(hidden + u": "_s + words));
    QCOMPARE(html.count("<hr>"), 6); // to write on
}

void TestWorksheet::filledOneHasTheClassesFigures()
{
    const QByteArray html = worksheetContent(filledSheet(), false);
    const QString words = wordsOf(html);
    for (const QString &there : {u"2,500 ms"_s, u"2,512 ± 31 ms (n = 432)"_s, u"Guesses of the class: 24; their median: 2,000 ms"_s,
                                 u"1,500 – 2,500"_s, u"T/2 < T"_s, u"Half of it."_s, u"30 messages a minute, every 5 s"_s,
                                 u"2,512 ± 31 (n = 432)"_s, u"11.80 ± 0.25 (n = 24)"_s, u"610 (n = 1)"_s})
        QVERIFY2(words.contains(there), qPrintable(there + u": "_s + words));
    QVERIFY(html.contains("data-guess=\"abc\" data-unit=\"ms\""));
    QVERIFY(html.contains("data-own=\"polling\""));
    QVERIFY(words.contains(QString(24, u'■')) && words.contains(u' ' + QString(8, u'■') + u" 6"));
    QVERIFY(!words.contains(u"4,242")); // was not asked
    QCOMPARE(html.count("<hr>"), 4);
}

void TestWorksheet::speaksChinese()
{
    const QString words = wordsOf(worksheetContent(filledSheet(), true));
    for (const QString &there :
         {u"我的"_s, u"姓名"_s, u"1. 预测"_s, u"每 5 秒短轮询一次"_s, u"我的预测"_s, u"班级测得"_s, u"2,512 ± 31 ms（n = 432）"_s,
          u"班级的猜测：24；中位数：2,000 ms"_s, u"一半。"_s, u"每分钟 30 条消息，每 5 秒一次"_s, u"服务器推送事件（SSE）"_s})
        QVERIFY2(words.contains(there), qPrintable(there + u": "_s + words));
    QVERIFY2(!words.contains(u"Measured"), qPrintable(words));
    QCOMPARE(app::worksheetHeading(true), u"学习单"_s);
}

void TestWorksheet::whatIsSaidIsText()
{
    const QByteArray evil = "<img src=x onerror=alert(1)>\\\" &amp; '";
    const QByteArray steps = "{\"title\": \"" + evil + "\", \"text\": \"" + evil + "\", \"question\": {\"text\": \"" + evil
        + "\", \"unit\": \"\\\"<b>\"}}";
    Worksheet sheet = worksheetOf(lessonOf(steps));
    sheet.title = protocol::sameInBoth(u"</h2><script>"_s);
    protocol::AskedQuestion asked{sheet.questions.first().question, true};
    asked.question.id = u"\"onclick=\""_s;
    asked.question.place.step = 1;
    sheet.questions.first().asked = asked;
    const QByteArray html = worksheetContent(sheet, false);
    QVERIFY2(!html.contains("<img") && !html.contains("<script") && !html.contains("<b>\"") && !html.contains("\"onclick"), html);
    QVERIFY2(wordsOf(html).contains(u"<img src=x onerror=alert(1)>\" &amp; '"), html);
}

void TestWorksheet::namesNobody()
{
    QVERIFY(!worksheetContent(filledSheet(), false).contains("Zoe"));
}

void TestWorksheet::fileLoadsNothing()
{
    for (const bool isChinese : {false, true}) {
        const QByteArray file = app::worksheetFile(filledSheet(), isChinese);
        QVERIFY(file.startsWith("<!DOCTYPE html>"));
        QVERIFY(file.contains(isChinese ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"));
        QVERIFY(file.contains("@page { size: A4;") && file.contains("break-inside: avoid"));
        QVERIFY(file.contains(isChinese ? "<title>学习单: 我的</title>" : "<title>Worksheet: Mine &amp; yours</title>"));
        QVERIFY(!file.contains("<script") && !file.contains("src=") && !file.contains("href=") && !file.contains("url("));
    }
}

void TestWorksheet::figuresOfATechnique()
{
    protocol::ClassMeasurement measured;
    measured.delays[size_t(Technique::Polling)] = {400, 1010, 580, 2010, 2};
    measured.members = {{Technique::Polling, 2, 60, 60, 60 * 600.0, false},
                        {Technique::Polling, 2, 58, 60, 60 * 620.0, false},
                        {Technique::Polling, 2, 59, 60, 60 * 9000.0, true},
                        {Technique::Polling, 2, 0, 0, 0, false}, // who has gone
                        {Technique::WebSocket, 2, 0, 60, 60 * 100.0, false}};
    protocol::ClassSettings settings;
    settings.pollInterval = 2s;
    settings.generator = {0.5, 2, true};
    const protocol::WorksheetTechnique polling = app::techniqueFiguresOf(Technique::Polling, measured, settings);
    QCOMPARE(polling.perMinute, 30.0);
    QCOMPARE(polling.pollInterval, 2s);
    QVERIFY(qAbs(polling.delay.theory.value_or(0) - 1000) < 1);
    QCOMPARE(polling.delay.measured->value, 1010.0);
    QCOMPARE(polling.delay.measured->n, 400);
    QVERIFY(qAbs(polling.delay.measured->uncertainty - (1.966 * 580 / 20 + 2)) < 0.1);
    QVERIFY(qAbs(polling.requests.theory.value_or(0) - 30) < 0.1);
    QVERIFY(qAbs(polling.requests.measured->value - 29.5) < 1e-9);
    QCOMPARE(polling.requests.measured->n, 3);
    QVERIFY(qAbs(polling.bytes.measured->value - 610) < 1e-9); // of those who sent nothing
    QCOMPARE(polling.bytes.measured->n, 2);
    QVERIFY(polling.bytes.theory.value_or(0) > 500 && polling.bytes.theory.value_or(0) < 1500);
    const protocol::WorksheetTechnique webSocket = app::techniqueFiguresOf(Technique::WebSocket, measured, settings);
    QVERIFY(!webSocket.delay.measured); // nobody has reported any
    QCOMPARE(app::techniqueFiguresOf(Technique::LongPolling, measured, settings).perMinute, 30.0); // as the generator sends
    QCOMPARE(webSocket.requests.theory, std::optional(0.0));
    QCOMPARE(webSocket.requests.measured->value, 0.0);
    QCOMPARE(webSocket.requests.measured->uncertainty, 0.0);
}

void TestWorksheet::fewSamplesSayNothing()
{
    protocol::ClassMeasurement measured;
    measured.delays[size_t(Technique::Polling)] = {9, 1010, 580, 2010, 2};
    measured.members = {{Technique::Polling, 0.1, 3, 3, 900, false}};
    const protocol::WorksheetTechnique polling = app::techniqueFiguresOf(Technique::Polling, measured, {});
    QVERIFY(!polling.delay.measured && !polling.requests.measured && !polling.bytes.measured && !polling.delay.theory);
}

QTEST_GUILESS_MAIN(TestWorksheet)
#include "tst_worksheet.moc"
