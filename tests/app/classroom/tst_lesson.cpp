// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/lesson.h"

#include "app/classroom/jsonlines.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::Lesson;
using app::LessonFault;
using app::lineOf;
using app::loadLessons;
using app::readLesson;

//! Lessons as files: what one may say, and what is told of one that is wrong.
class TestLesson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeOne();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void findsLines();
    void builtInIsWell();
    void loadsATeachersOwn();
};

namespace {

//! A lesson with one step, whose fields stand in lines from 5 on.
QByteArray withStep(const QByteArray &fields)
{
    return "{\n\"lesson\": 1,\n\"title\": \"One\",\n\"steps\": [{\n" + fields + "\n}]}\n";
}

} // namespace

void TestLesson::readsAWholeOne()
{
    const auto read = readLesson(withStep(R"("title": {"en": "First", "zh-CN": "第一"}, "text": "Look", "notes": "Wait",
"minutes": 1.5, "settings": {"technique": "polling", "pollInterval": 2, "generator": {"rate": 1, "size": 2}},
"question": {"text": "How many?", "unit": "B", "answer": 12}, "close": true, "show": "theory", "names": true, "view": "chat")"),
                                 u"mine"_s);
    const auto *const lesson = std::get_if<Lesson>(&read);
    QVERIFY2(lesson, qPrintable(std::get_if<LessonFault>(&read) ? std::get<LessonFault>(read).reason : QString()));
    QCOMPARE(lesson->id, u"mine"_s);
    QCOMPARE(lesson->steps.size(), 1);
    QCOMPARE(lesson->time(), 90s);
    const app::LessonStep &step = lesson->steps.first();
    QCOMPARE(step.title.chinese, u"第一"_s);
    QCOMPARE(step.notes.english, u"Wait"_s);
    QCOMPARE(step.settings.keys(), QStringList({u"generator"_s, u"pollInterval"_s, u"technique"_s}));
    QCOMPARE(step.question->answer, 12.0);
    QVERIFY(step.closes && step.withNames);
    QVERIFY(step.shows == protocol::QuestionOrder::Part::Theory);
    QCOMPARE(step.view, u"chat"_s);
    const auto prepared = readLesson(withStep("\"title\": \"x\", \"question\": \"requests\""));
    QCOMPARE(std::get<Lesson>(prepared).steps.first().question->id, u"requests"_s);
}

void TestLesson::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &json, int line, const QString &word) {
        QTest::newRow(name) << json << line << word;
    };
    row("empty", "", 1, u"JSON"_s);
    row("no JSON", "{\n\"lesson\": 1,\n\"title\" \"x\"}", 3, u"JSON"_s);
    row("no version", "{\n\"title\": \"x\", \"steps\": [{\"title\": \"x\"}]}", 1, u"lesson must be 1"_s);
    row("later version", "{\n\n\"lesson\": 2, \"title\": \"x\", \"steps\": [{\"title\": \"x\"}]}", 3, u"lesson must be 1"_s);
    row("no steps", "{\"lesson\": 1,\n\"title\": \"x\",\n\"steps\": []}", 3, u"1 to 200"_s);
    row("no title", "{\"lesson\": 1,\n\"steps\": [{\"title\": \"x\"}]}", 1, u"title"_s);
    row("unknown field", "{\"lesson\": 1, \"title\": \"x\",\n\"colour\": 1, \"steps\": [{\"title\": \"x\"}]}", 2, u"colour"_s);
    row("step is a text", "{\"lesson\": 1, \"title\": \"x\", \"steps\": [{\"title\": \"a\"},\n\"b\"]}", 2, u"object"_s);
    row("step without title", withStep("\"text\": \"x\""), 4, u"title"_s);
    row("one language", withStep("\n\"title\": {\"en\": \"x\"}"), 6, u"zh-CN"_s);
    row("minutes", withStep("\"title\": \"x\",\n\"minutes\": -1"), 6, u"minutes"_s);
    row("minutes as text", withStep("\"title\": \"x\",\n\n\"minutes\": \"3\""), 7, u"minutes"_s);
    row("setting", withStep("\"title\": \"x\",\n\"settings\": {\n\"hold\": 99}"), 7, u"hold must be"_s);
    row("unknown setting", withStep("\"title\": \"x\",\n\"settings\": {\"hold\": 9,\n\"speed\": 1}"), 7, u"speed"_s);
    row("settings as text", withStep("\"title\": \"x\",\n\"settings\": \"hold\""), 6, u"object"_s);
    row("unknown question", withStep("\"title\": \"x\",\n\"question\": \"meaning\""), 6, u"meaning"_s);
    row("bad question", withStep("\"title\": \"x\",\n\"question\": {\"text\": \"?\", \"answer\": -1}"), 6, u"answer"_s);
    row("show", withStep("\"title\": \"x\",\n\"show\": \"all\""), 6, u"guesses"_s);
    row("view", withStep("\"title\": \"x\",\n\"view\": \"wall\""), 6, u"cards"_s);
    row("flag", withStep("\"title\": \"x\",\n\"close\": 1"), 6, u"true or false"_s);
}

void TestLesson::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(QString, word);
    const auto read = readLesson(json);
    const auto *const fault = std::get_if<LessonFault>(&read);
    QVERIFY(fault);
    QVERIFY2(fault->reason.contains(word), qPrintable(fault->reason));
    QVERIFY2(fault->reason.endsWith(u'.'), qPrintable(fault->reason));
    QCOMPARE(fault->line, line);
}

void TestLesson::findsLines()
{
    const QByteArray json = "{\n\"a\": [1, \"x]\\\"\", {\"b\":\n2}, [\n3,\n4]],\n\"c\\u0064\": null\n}";
    QCOMPARE(lineOf(json, {}), 1);
    QCOMPARE(lineOf(json, {u"a"_s}), 2);
    QCOMPARE(lineOf(json, {u"a"_s, qsizetype(1)}), 2);
    QCOMPARE(lineOf(json, {u"a"_s, qsizetype(2), u"b"_s}), 3);
    QCOMPARE(lineOf(json, {u"a"_s, qsizetype(3), qsizetype(0)}), 4);
    QCOMPARE(lineOf(json, {u"a"_s, qsizetype(3), qsizetype(1)}), 5);
    QCOMPARE(lineOf(json, {u"cd"_s}), 6);
    QCOMPARE(lineOf(json, {u"a"_s, qsizetype(9)}), 2); // the nearest around it
    QCOMPARE(lineOf(json, {u"z"_s}), 1);
}

void TestLesson::builtInIsWell()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const QList<Lesson> lessons = loadLessons({});
    QCOMPARE(lessons.size(), 1);
    QCOMPARE(lessons.first().time(), 45min);
    QSet<QString> asked;
    for (const app::LessonStep &step : lessons.first().steps) {
        QVERIFY(step.title.english != step.title.chinese || step.title.english.isEmpty());
        QVERIFY(!step.text.isEmpty() && !step.notes.isEmpty() && step.time > 0s);
        if (step.question)
            asked.insert(step.question->id);
    }
    for (const QString &name : {u"poll-mean-delay"_s, u"requests"_s, u"bytes-websocket"_s, u"crossover"_s})
        QVERIFY2(asked.contains(name), qPrintable(name));
    // It uses nothing that a file of a teacher's does not have: it is one.
    QFile file(u":/pushlab/lessons/45-minutes.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(std::holds_alternative<Lesson>(readLesson(file.readAll())));
}

void TestLesson::loadsATeachersOwn()
{
    const QTemporaryDir directory;
    const auto write = [&directory](const QString &name, const QByteArray &json) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    write(u"mine.json"_s, withStep("\"title\": \"x\""));
    write(u"broken.json"_s, withStep("\"title\": 1"));
    write(u"notes.txt"_s, "no lesson");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"broken.json, line 5: title must be"_s));
    const QList<Lesson> lessons = loadLessons(directory.path());
    QCOMPARE(lessons.size(), 2);
    QCOMPARE(lessons.last().id, u"mine"_s);
}

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
