// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/lesson.h"

#include <QJsonObject>
#include <QObject>

namespace pushlab::app {

class Classroom;

//! Plays a lesson with a class: each step applies its settings, asks its question, shows its result. Led from the host's window
//! and from `/admin/`, alike. Lives in the thread of its class, which it borrows.
class LessonPlayer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonPlayer)

public:
    //! Plays the built-in lessons and those of the class's HostOptions::lessonsDirectory.
    explicit LessonPlayer(Classroom &classroom, QObject *parent = nullptr);

    [[nodiscard]] Classroom &classroom() const { return m_class; }
    [[nodiscard]] const QList<Lesson> &lessons() const { return m_lessons; }
    [[nodiscard]] const Lesson *lesson() const; //!< that is played; nullptr: none
    [[nodiscard]] qsizetype step() const { return m_step; } //!< its step, from 0
    [[nodiscard]] std::chrono::milliseconds elapsed() const; //!< since the lesson began
    [[nodiscard]] std::chrono::milliseconds stepElapsed() const; //!< since the step began

    void start(const QString &id); //!< from the first step on; does nothing when there is none of that id, or no class
    void next();
    void back(); //!< to the former step: its settings, not its question, whose guesses stay
    void stop();

    //! `{"lessons":[{"id","title","minutes"}],"lesson":{…} or null}`, see README.md.
    [[nodiscard]] QJsonObject state() const;

Q_SIGNALS:
    void changed(); //!< another step, another lesson or none

private:
    enum class Direction : quint8 { Forward, Back };

    void enter(qsizetype step, Direction direction);
    void obey(const QString &action, const QString &lesson);
    void tell();

    Classroom &m_class;
    const QList<Lesson> m_lessons;
    qsizetype m_played = -1; // index of the lesson
    qsizetype m_step = 0;
    qint64 m_started = 0; // ms since 1970
    qint64 m_stepStarted = 0;
};

} // namespace pushlab::app
