// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classquestion.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

//! A lesson as a file of JSON; README.md has its schema.
namespace pushlab::app {

//! One step of a lesson: what is said, and what the class does. A plain value.
struct LessonStep
{
    protocol::BilingualText title;
    protocol::BilingualText text; //!< for the class
    protocol::BilingualText notes; //!< for the teacher alone
    std::chrono::seconds time{0}; //!< that it takes
    QJsonObject settings; //!< class settings to change, as `POST /api/class/settings` takes them
    //! The question to ask, open for guesses, with its id alone where it is a prepared one.
    std::optional<protocol::ClassQuestion> question;
    bool closes = false; //!< the question that is asked
    std::optional<protocol::QuestionOrder::Part> shows; //!< how much of its result
    bool withNames = false; //!< of those who came nearest
    QString view; //!< for the projector: one of lessonViews(); empty: what is there stays
};

struct Lesson
{
    QString id; //!< the file's name without .json
    protocol::BilingualText title;
    QList<LessonStep> steps; //!< one at least

    [[nodiscard]] std::chrono::seconds time() const;
};

//! Why a file is no lesson.
struct LessonFault
{
    int line = 0; //!< from 1
    QString reason; //!< a sentence in English

    friend bool operator==(const LessonFault &, const LessonFault &) = default;
};

[[nodiscard]] std::variant<Lesson, LessonFault> readLesson(const QByteArray &json, const QString &id = {});

//! "join", "cards", "question", "chart", "chat", "race".
[[nodiscard]] QStringList lessonViews();

//! The built-in lessons, then those of \a directory unless it is empty, by their names; what is no lesson is left out, with a
//! warning in the log. Blocks on the disk.
[[nodiscard]] QList<Lesson> loadLessons(const QString &directory);

} // namespace pushlab::app
