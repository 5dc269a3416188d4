// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classquestion.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pushlab::protocol {

//! What theory says, and how it gets there.
struct TheoryAnswer
{
    double value = 0;
    BilingualText derivation;

    friend bool operator==(const TheoryAnswer &, const TheoryAnswer &) = default;
};

//! What the class has measured: value ± uncertainty holds the truth with a probability of 95 %.
struct MeasuredAnswer
{
    double value = 0;
    double uncertainty = 0;
    qint64 n = 0; //!< samples
    BilingualText how; //!< what was measured

    friend bool operator==(const MeasuredAnswer &, const MeasuredAnswer &) = default;
};

//! The right number, as far as it is known.
struct QuestionAnswer
{
    std::optional<TheoryAnswer> theory;
    std::optional<MeasuredAnswer> measured;
    BilingualText unmeasured; //!< why nothing has been measured yet

    friend bool operator==(const QuestionAnswer &, const QuestionAnswer &) = default;
};

//! How many guesses are at least \c from and below \c to; the last bar includes its end.
struct GuessBar
{
    double from = 0;
    double to = 0;
    qint64 count = 0;

    friend bool operator==(const GuessBar &, const GuessBar &) = default;
};

//! Who came nearest. Several guesses are a tie: equally far, or not to be told apart within the uncertainty of the measurement.
struct NearestGuesses
{
    double to = 0; //!< measured, or by theory where nothing was, or the own answer
    QList<double> values; //!< ascending, each once
    qint64 members = 0; //!< who guessed one of these
    QStringList names; //!< at most 20 of them; empty unless names are shown

    friend bool operator==(const NearestGuesses &, const NearestGuesses &) = default;
};

struct QuestionResult
{
    qint64 count = 0; //!< of guesses
    double median = 0;
    QList<GuessBar> bars; //!< at most 12, in equal steps, or in equal ratios where the guesses differ widely
    QList<double> values; //!< at most 2,000, ascending; only in the log, for the class's record
    QuestionAnswer answer;
    std::optional<double> own; //!< the teacher's answer
    std::optional<NearestGuesses> nearest; //!< once all is shown, if there is a guess and an answer
    QuestionOrder::Part part = QuestionOrder::Part::Measured; //!< how much of it is shown

    friend bool operator==(const QuestionResult &, const QuestionResult &) = default;
};

struct Guess
{
    QString name; //!< of the member
    double value = 0;
};

//! The result of \a guesses, as far as \a order shows it.
[[nodiscard]] QuestionResult resultOf(const ClassQuestion &question, const QList<Guess> &guesses, const QuestionAnswer &answer,
                                      const QuestionOrder &order);

//! The question as a member sees it: what it may guess, or what came of it.
struct AskedQuestion
{
    ClassQuestion question;
    bool isOpen = true; //!< for guesses
    std::optional<double> guess{}; //!< the member's own
    std::optional<QuestionResult> result{};

    friend bool operator==(const AskedQuestion &, const AskedQuestion &) = default;
};

//! What the teacher sees of it.
struct QuestionState
{
    std::optional<AskedQuestion> asked; //!< nothing is asked
    qint64 guesses = 0; //!< members that have guessed

    friend bool operator==(const QuestionState &, const QuestionState &) = default;
};

//! Whether the log's entry is told: it has the single guesses for the class's record.
enum class GuessValues : quint8 { LeftOut, Included };

//! The object of encodeQuestion() with `"open"`, and `"guess"` and `"result"` where there are such.
[[nodiscard]] QJsonObject encodeAsked(const AskedQuestion &asked, GuessValues values = GuessValues::LeftOut);
[[nodiscard]] std::optional<AskedQuestion> decodeAsked(const QJsonObject &object);
[[nodiscard]] QByteArray encodeState(const QuestionState &state, const ClassSettings &settings); //!< with the prepared questions

inline constexpr QLatin1StringView questionKind("question"); //!< control entry: `question` is what is asked now, or null
inline constexpr QLatin1StringView resultKind("result"); //!< control entry: `question` with its result

} // namespace pushlab::protocol
