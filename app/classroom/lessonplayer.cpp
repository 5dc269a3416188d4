// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/lessonplayer.h"

#include "app/classroom/classroom.h"
#include "app/classroom/worksheet.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::QuestionOrder;

namespace {

double minutesOf(std::chrono::seconds time)
{
    return double(time.count()) / 60;
}

std::chrono::milliseconds since(qint64 time)
{
    return std::chrono::milliseconds(std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - time));
}

} // namespace

LessonPlayer::LessonPlayer(Classroom &classroom, QObject *parent)
    : QObject(parent), m_class(classroom), m_lessons(loadLessons(classroom.options().lessonsDirectory))
{
    QList<protocol::Worksheet> sheets;
    for (const Lesson &one : m_lessons)
        sheets.append(worksheetOf(one));
    m_class.setWorksheets(sheets);
    connect(&m_class, &Classroom::lessonOrdered, this, &LessonPlayer::obey);
    connect(&m_class, &Classroom::started, this, &LessonPlayer::tell);
    connect(&m_class, &Classroom::stopped, this, &LessonPlayer::stop);
}

const Lesson *LessonPlayer::lesson() const
{
    return m_played < 0 ? nullptr : &m_lessons[m_played];
}

std::chrono::milliseconds LessonPlayer::elapsed() const
{
    return since(m_started);
}

std::chrono::milliseconds LessonPlayer::stepElapsed() const
{
    return since(m_stepStarted);
}

void LessonPlayer::start(const QString &id)
{
    const auto found = std::ranges::find_if(m_lessons, [&id](const Lesson &one) { return one.id == id; });
    if (found == m_lessons.end() || m_class.state() != Classroom::State::Running)
        return;
    m_played = found - m_lessons.begin();
    m_started = QDateTime::currentMSecsSinceEpoch();
    enter(0, Direction::Forward);
}

void LessonPlayer::next()
{
    if (lesson() && m_step + 1 < lesson()->steps.size())
        enter(m_step + 1, Direction::Forward);
}

void LessonPlayer::back()
{
    if (lesson() && m_step > 0)
        enter(m_step - 1, Direction::Back);
}

void LessonPlayer::stop()
{
    if (std::exchange(m_played, -1) >= 0)
        tell();
}

void LessonPlayer::enter(qsizetype step, Direction direction)
{
    m_step = step;
    m_stepStarted = QDateTime::currentMSecsSinceEpoch();
    const LessonStep &now = lesson()->steps[step];
    const auto changed = protocol::withChanges(m_class.settings(), now.settings, protocol::SettingsReader::Teacher);
    if (const auto *const settings = std::get_if<protocol::ClassSettings>(&changed))
        m_class.setSettings(*settings);
    if (direction == Direction::Forward) {
        if (now.question) {
            protocol::ClassQuestion question = *now.question;
            question.place = {lesson()->id, m_started, int(step) + 1};
            m_class.ask({QuestionOrder::Action::Open, question});
        }
        if (now.closes)
            m_class.ask({QuestionOrder::Action::Close, {}});
        if (now.shows)
            m_class.ask({QuestionOrder::Action::Show, {}, *now.shows, now.withNames});
    }
    tell();
}

void LessonPlayer::obey(const QString &action, const QString &id)
{
    if (action == "start"_L1)
        start(id);
    else if (action == "next"_L1)
        next();
    else if (action == "back"_L1)
        back();
    else if (action == "stop"_L1)
        stop();
}

void LessonPlayer::tell()
{
    m_class.setLesson(state());
    Q_EMIT changed();
}

QJsonObject LessonPlayer::state() const
{
    QJsonArray all;
    for (const Lesson &one : m_lessons)
        all.append(QJsonObject{{u"id"_s, one.id}, {u"title"_s, encodeText(one.title)}, {u"minutes"_s, minutesOf(one.time())}});
    QJsonObject object{{u"lessons"_s, all}, {u"lesson"_s, QJsonValue()}};
    if (!lesson())
        return object;
    const LessonStep &now = lesson()->steps[m_step];
    object[u"lesson"_s] = QJsonObject{{u"id"_s, lesson()->id},
                                      {u"title"_s, encodeText(lesson()->title)},
                                      {u"minutes"_s, minutesOf(lesson()->time())},
                                      {u"started"_s, m_started},
                                      {u"step"_s, m_step + 1},
                                      {u"steps"_s, lesson()->steps.size()},
                                      {u"stepTitle"_s, encodeText(now.title)},
                                      {u"text"_s, encodeText(now.text)},
                                      {u"notes"_s, encodeText(now.notes)},
                                      {u"stepMinutes"_s, minutesOf(now.time)},
                                      {u"stepStarted"_s, m_stepStarted},
                                      {u"view"_s, now.view}};
    return object;
}

} // namespace pushlab::app
