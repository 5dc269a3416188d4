// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/joinquestion.h"

#include "app/console.h"
#include "app/messageline.h"
#include "client/text/questiontext.h"

#include <QLocale>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::AskedQuestion;

namespace {

//! \a typed without the unit behind the number, in either language.
QString withoutUnit(const QString &typed, const protocol::BilingualText &unit)
{
    const QString trimmed = typed.trimmed();
    for (const QString &one : {unit.english, unit.chinese}) {
        if (!one.isEmpty() && trimmed.endsWith(one, Qt::CaseInsensitive))
            return trimmed.chopped(one.size());
    }
    return trimmed;
}

} // namespace

JoinQuestion::JoinQuestion(session::ClassPrediction &prediction, QObject *parent) : QObject(parent), m_prediction(prediction)
{
    connect(&m_prediction, &session::ClassPrediction::changed, this, &JoinQuestion::tellQuestion);
    connect(&m_prediction, &session::ClassPrediction::refused, this, &JoinQuestion::takeRefusal);
}

void JoinQuestion::begin()
{
    m_hasBegun = true;
    tellQuestion();
    if (const auto early = std::exchange(m_early, std::nullopt))
        guess(*early);
}

void JoinQuestion::guess(const QString &typed)
{
    if (!m_hasBegun) {
        m_early = typed;
        return;
    }
    std::optional<double> value;
    if (const QString fault = faultOf(typed, value); !fault.isEmpty()) {
        tell(fault);
        finish(false);
        return;
    }
    m_sent = value;
    m_prediction.guess(*value);
}

//! Why \a typed cannot be guessed now; empty when it is \a value.
QString JoinQuestion::faultOf(const QString &typed, std::optional<double> &value) const
{
    const std::optional<AskedQuestion> &asked = m_prediction.asked();
    if (!asked)
        return tr("Nothing is asked now, so there is nothing to guess.");
    if (!asked->isOpen)
        return tr("This question takes no guesses any more.");
    value = text::readGuess(withoutUnit(typed, asked->question.unit));
    return value ? QString()
                 : tr("/guess needs a number from 0 to %1, as in /guess 12.5").arg(QLocale().toString(protocol::maxGuess, 'f', 0));
}

void JoinQuestion::tellQuestion()
{
    if (!m_hasBegun)
        return;
    const std::optional<AskedQuestion> &asked = m_prediction.asked();
    const std::optional<AskedQuestion> before = std::exchange(m_told, asked);
    const bool isNew = asked && (!before || before->question.id != asked->question.id);
    if (!asked || isNew) {
        m_lines.clear();
        if (m_sent)
            finish(false);
    }
    if (!asked) {
        if (before && !before->result)
            tell(tr("The question has been taken back."));
        return;
    }
    if (isNew)
        tellText(*asked);
    const bool isTaken = m_sent && asked->guess == m_sent;
    if (asked->guess && (isNew || isTaken))
        tellGuess(*asked);
    if (!asked->isOpen && !asked->result && (isNew || before->isOpen))
        tell(tr("No more guesses: now it is measured."));
    if (asked->result)
        tellResult(*asked);
    if (isTaken)
        finish(true);
}

void JoinQuestion::tellText(const AskedQuestion &asked) const
{
    const QString unit = text::questionText(asked.question.unit);
    tellVisibly(tr("The teacher asks: %1").arg(text::questionText(asked.question.text)));
    if (asked.isOpen)
        tellVisibly(unit.isEmpty() ? tr("Guess with /guess NUMBER.") : tr("Guess with /guess NUMBER, in %1.").arg(unit));
}

void JoinQuestion::tellGuess(const AskedQuestion &asked) const
{
    const QString guess = text::guessText(*asked.guess, asked.question.unit);
    tellVisibly(asked.isOpen ? tr("Your guess: %1. You may change it until the question is closed.").arg(guess)
                             : tr("Your guess: %1").arg(guess));
}

//! The teacher may show more of it each time: what was told is not told again.
void JoinQuestion::tellResult(const AskedQuestion &asked)
{
    const QStringList lines = text::resultText(asked, visibleText);
    for (const QString &line : lines) {
        if (!m_lines.contains(line))
            tellVisibly(line);
    }
    m_lines = lines;
}

void JoinQuestion::takeRefusal(const QString &reason, const QString &code)
{
    tellVisibly(code == u"question-closed" ? tr("This question takes no guesses any more.")
                                           : tr("Your guess was not taken: %1").arg(reason));
    finish(false);
}

void JoinQuestion::finish(bool isTaken)
{
    m_sent.reset();
    Q_EMIT finished(isTaken);
}

} // namespace pushlab::app
