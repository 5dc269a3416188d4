// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/lesson.h"

#include "app/classroom/jsonlines.h"
#include "server/protocol/classsettings.h"
#include "server/protocol/json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStringList>

static void initLessons()
{
    Q_INIT_RESOURCE(lessons); // not within a namespace
}

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::BilingualText;
using protocol::QuestionOrder;

namespace {

Q_LOGGING_CATEGORY(lcLesson, "pushlab.lesson", QtInfoMsg)

constexpr qsizetype mostSteps = 200;
constexpr qsizetype mostCharacters = 4000; // of a text
constexpr double mostMinutes = 600;
constexpr qint64 mostBytes = 1024 * 1024; // of a file
constexpr int schemaVersion = 1;

//! Reads the parts of one lesson. The first fault stays; what is read after it is of no use.
class LessonReader
{
public:
    explicit LessonReader(const QByteArray &json) : m_json(json) {}

    std::variant<Lesson, LessonFault> read(const QString &id)
    {
        QJsonParseError error;
        const QJsonDocument document = protocol::parseJson(m_json, &error);
        if (error.error != QJsonParseError::NoError)
            return LessonFault{lineAt(m_json, error.offset), u"This is no JSON: %1."_s.arg(error.errorString())};
        const QJsonObject object = document.object();
        checkKeys(object, {u"lesson"_s, u"title"_s, u"steps"_s}, {});
        if (object[u"lesson"].toInt() != schemaVersion)
            complain({u"lesson"_s}, u"lesson must be 1, the version of this form."_s);
        Lesson lesson{id, text(object, u"title"_s, {}, true), {}};
        const QJsonArray steps = object[u"steps"].toArray();
        if (steps.isEmpty() || steps.size() > mostSteps)
            complain({u"steps"_s}, u"steps must be an array of 1 to %1 steps."_s.arg(mostSteps));
        for (qsizetype i = 0; i < steps.size() && !m_fault; ++i)
            lesson.steps.append(step(steps[i], i));
        if (m_fault)
            return *m_fault;
        return lesson;
    }

private:
    void complain(const JsonPath &where, const QString &reason)
    {
        if (!m_fault)
            m_fault = LessonFault{lineOf(m_json, where), reason};
    }

    void checkKeys(const QJsonObject &object, const QStringList &known, const JsonPath &where)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key))
                complain(where + JsonPath{key}, u"There is no field \"%1\" here; there are: %2."_s.arg(key, known.join(u", "_s)));
        }
    }

    BilingualText text(const QJsonObject &object, const QString &key, const JsonPath &where, bool isNeeded)
    {
        const QJsonValue value = object[key];
        if (value.isUndefined() && !isNeeded)
            return {};
        const auto read = protocol::decodeText(value);
        const bool isWell = read && !read->english.trimmed().isEmpty() && !read->chinese.trimmed().isEmpty()
            && read->english.size() <= mostCharacters && read->chinese.size() <= mostCharacters;
        if (!isWell) {
            complain(where + JsonPath{key},
                     u"%1 must be a text of 1 to %2 characters, or {\"en\":\"…\",\"zh-CN\":\"…\"}."_s.arg(key).arg(mostCharacters));
        }
        return read.value_or(BilingualText());
    }

    bool flag(const QJsonObject &object, const QString &key, const JsonPath &where)
    {
        const QJsonValue value = object[key];
        if (!value.isUndefined() && !value.isBool())
            complain(where + JsonPath{key}, key + u" must be true or false."_s);
        return value.toBool();
    }

    LessonStep step(const QJsonValue &value, qsizetype index)
    {
        const JsonPath where{u"steps"_s, index};
        if (!value.isObject())
            complain(where, u"A step must be an object."_s);
        const QJsonObject object = value.toObject();
        checkKeys(object,
                  {u"title"_s, u"text"_s, u"notes"_s, u"minutes"_s, u"settings"_s, u"question"_s, u"close"_s, u"show"_s,
                   u"names"_s, u"view"_s},
                  where);
        LessonStep step;
        step.title = text(object, u"title"_s, where, true);
        step.text = text(object, u"text"_s, where, false);
        step.notes = text(object, u"notes"_s, where, false);
        step.closes = flag(object, u"close"_s, where);
        step.withNames = flag(object, u"names"_s, where);
        readTime(step, object, where);
        readSettings(step, object, where);
        readQuestion(step, object, where);
        readShow(step, object, where);
        readView(step, object, where);
        return step;
    }

    void readTime(LessonStep &step, const QJsonObject &object, const JsonPath &where)
    {
        const QJsonValue minutes = object[u"minutes"];
        const double count = minutes.toDouble(minutes.isUndefined() ? 0 : -1);
        if (!(count >= 0 && count <= mostMinutes))
            complain(where + JsonPath{u"minutes"_s}, u"minutes must be a number from 0 to %1."_s.arg(mostMinutes));
        step.time = std::chrono::seconds(qRound64(count * 60));
    }

    void readSettings(LessonStep &step, const QJsonObject &object, const JsonPath &where)
    {
        const QJsonValue value = object[u"settings"];
        if (value.isUndefined())
            return;
        const JsonPath place = where + JsonPath{u"settings"_s};
        if (!value.isObject())
            complain(place, u"settings must be an object, as POST /api/class/settings takes it."_s);
        step.settings = value.toObject();
        const QJsonDocument all = QJsonDocument::fromJson(protocol::encodeClassSettings({}, protocol::SettingsReader::Teacher));
        checkKeys(step.settings, all.object().keys(), place);
        for (const QString &key : step.settings.keys()) {
            const auto changed = protocol::withChanges({}, {{key, step.settings[key]}}, protocol::SettingsReader::Teacher);
            if (const auto *const fault = std::get_if<protocol::SettingsFault>(&changed))
                complain(place + JsonPath{key}, QString::fromUtf8(fault->error));
        }
    }

    void readQuestion(LessonStep &step, const QJsonObject &object, const JsonPath &where)
    {
        const QJsonValue value = object[u"question"];
        const JsonPath place = where + JsonPath{u"question"_s};
        if (value.isString()) {
            step.question = protocol::preparedQuestion(value.toString(), {});
            if (!step.question)
                complain(place, u"There is no prepared question \"%1\"."_s.arg(value.toString()));
        } else if (!value.isUndefined()) {
            const auto own = protocol::readOwnQuestion(value.toObject());
            if (const auto *const fault = std::get_if<QByteArray>(&own))
                complain(place, u"question must be the name of a prepared one or an object, whose "_s + QString::fromUtf8(*fault));
            else
                step.question = std::get<protocol::ClassQuestion>(own);
        }
    }

    void readShow(LessonStep &step, const QJsonObject &object, const JsonPath &where)
    {
        const QJsonValue value = object[u"show"];
        if (value.isUndefined())
            return;
        const qsizetype part = QStringList{u"guesses"_s, u"theory"_s, u"measured"_s}.indexOf(value.toString());
        if (part < 0)
            complain(where + JsonPath{u"show"_s}, u"show must be guesses, theory or measured."_s);
        step.shows = QuestionOrder::Part(std::max<qsizetype>(part, 0));
    }

    void readView(LessonStep &step, const QJsonObject &object, const JsonPath &where)
    {
        const QJsonValue value = object[u"view"];
        step.view = value.toString();
        if (!value.isUndefined() && !lessonViews().contains(step.view))
            complain(where + JsonPath{u"view"_s}, u"view must be one of these: %1."_s.arg(lessonViews().join(u", "_s)));
    }

    const QByteArray &m_json;
    std::optional<LessonFault> m_fault;
};

void loadFrom(QList<Lesson> &lessons, const QString &directory)
{
    const QDir files(directory);
    for (const QFileInfo &info : files.entryInfoList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
        QFile file(info.filePath());
        if (info.size() > mostBytes || !file.open(QIODevice::ReadOnly))
            continue;
        const auto read = readLesson(file.read(mostBytes), info.completeBaseName());
        if (const auto *const fault = std::get_if<LessonFault>(&read))
            qCWarning(lcLesson, "%s, line %d: %s", qPrintable(info.fileName()), fault->line, qPrintable(fault->reason));
        else
            lessons.append(std::get<Lesson>(read));
    }
}

} // namespace

std::chrono::seconds Lesson::time() const
{
    std::chrono::seconds all{0};
    for (const LessonStep &step : steps)
        all += step.time;
    return all;
}

QStringList lessonViews()
{
    return {u"join"_s, u"cards"_s, u"question"_s, u"chart"_s, u"chat"_s, u"race"_s};
}

std::variant<Lesson, LessonFault> readLesson(const QByteArray &json, const QString &id)
{
    return LessonReader(json).read(id);
}

QList<Lesson> loadLessons(const QString &directory)
{
    initLessons();
    QList<Lesson> lessons;
    loadFrom(lessons, u":/pushlab/lessons"_s);
    if (!directory.isEmpty())
        loadFrom(lessons, directory);
    return lessons;
}

} // namespace pushlab::app
