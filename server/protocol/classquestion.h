// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/bilingualtext.h"
#include "server/protocol/classsettings.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace pushlab::protocol {

inline constexpr qsizetype maxQuestionCharacters = 300;
inline constexpr qsizetype maxUnitCharacters = 30;
inline constexpr double maxGuess = 1e9; //!< guesses are numbers from 0 to this

//! Where the right number comes from: the teacher said it, or theory and the class's own measurement.
enum class AnswerSource : quint8 { Own, PollMeanDelay, PollGreatestDelay, RequestsPerMinute, Crossover, MessageBytes };

//! Where in a lesson a question is asked. A plain value.
struct LessonPlace
{
    QString lesson; //!< its id
    qint64 started = 0; //!< when it was begun, ms since 1970
    int step = 0; //!< from 1; 0: in no lesson

    friend bool operator==(const LessonPlace &, const LessonPlace &) = default;
};

//! A question to the class whose answer is a number. A plain value.
struct ClassQuestion
{
    QString id; //!< tells it from the class's other questions; given by the host when it is asked
    AnswerSource source = AnswerSource::Own;
    std::optional<Technique> technique{}; //!< that MessageBytes is about
    BilingualText text;
    BilingualText unit; //!< "ms"; may be empty
    std::optional<double> answer{}; //!< of an own question
    // What a prepared question assumes, and says in its text: the class settings when it was asked.
    std::chrono::milliseconds pollInterval{0};
    std::chrono::milliseconds hold{0};
    double perMinute = 0; //!< messages
    LessonPlace place{}; //!< members are not told it

    friend bool operator==(const ClassQuestion &, const ClassQuestion &) = default;
};

//! Members in the question about a whole class's requests.
inline constexpr int askedMembers = 30;

//! The prepared questions under these settings; the id of each is the name by which it is asked, such as "bytes-websocket".
[[nodiscard]] QList<ClassQuestion> preparedQuestions(const ClassSettings &settings);
[[nodiscard]] std::optional<ClassQuestion> preparedQuestion(const QString &name, const ClassSettings &settings);

//! A question of the teacher's own, `{"text":…,"unit":…,"answer":…}` without the latter two where there is none; texts are strings
//! or objects with both languages. Otherwise what is wrong with it, in English.
[[nodiscard]] std::variant<ClassQuestion, QByteArray> readOwnQuestion(const QJsonObject &object);

//! As members are told of it: without the answer.
[[nodiscard]] QJsonObject encodeQuestion(const ClassQuestion &question);
//! nullopt when the id or the text is missing.
[[nodiscard]] std::optional<ClassQuestion> decodeQuestion(const QJsonObject &object);

//! What the teacher does with a question.
struct QuestionOrder
{
    enum class Action : quint8 { Open, Close, Show, Discard };
    //! How much of the result is shown; each includes those before it.
    enum class Part : quint8 { Guesses, Theory, Measured };

    Action action = Action::Open;
    ClassQuestion question; //!< to open; a prepared one needs its id alone
    Part part = Part::Measured; //!< to show
    bool withNames = false; //!< name who came nearest
};

} // namespace pushlab::protocol
