// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/questioncard.h"

#include "client/text/questiontext.h"
#include "client/widgets/composing.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/questionview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

QuestionCard::QuestionCard(session::ClassPrediction &prediction, QWidget *parent)
    : QFrame(parent)
    , m_prediction(prediction)
    , m_text(new QLabel(this))
    , m_guess(new QLineEdit(this))
    , m_unit(new QLabel(this))
    , m_send(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_problem(new ProblemLabel(this))
    , m_result(new QuestionView(this))
{
    const int em = fontMetrics().height();
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_text->setObjectName(u"question"_s);
    m_guess->setObjectName(u"guess"_s);
    m_send->setObjectName(u"send-guess"_s);
    m_state->setObjectName(u"guess-state"_s);
    for (QLabel *label : {m_text, m_unit, m_state})
        label->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_state->setWordWrap(true);
    m_guess->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_guess->setMaxLength(20);
    m_guess->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    auto *row = new QHBoxLayout;
    row->addWidget(m_guess);
    row->addWidget(m_unit);
    row->addWidget(m_send);
    row->addWidget(m_state, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, em / 3, em / 2, em / 3);
    column->addWidget(m_text);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_result, 1);
    new Composing(m_guess);
    connect(m_guess, &QLineEdit::returnPressed, this, &QuestionCard::guess);
    connect(m_send, &QPushButton::clicked, this, &QuestionCard::guess);
    connect(&m_prediction, &session::ClassPrediction::changed, this, &QuestionCard::showQuestion);
    connect(&m_prediction, &session::ClassPrediction::refused, this, &QuestionCard::refuse);
    showQuestion();
}

void QuestionCard::guess()
{
    const std::optional<double> value = text::readGuess(m_guess->text());
    m_problem->setProblem(value ? QString()
                                : tr("A guess is a number from 0 to %1.").arg(QLocale().toString(protocol::maxGuess, 'f', 0)));
    if (value)
        m_prediction.guess(*value);
}

void QuestionCard::refuse(const QString &reason, const QString &code)
{
    m_problem->setProblem(code == u"question-closed" ? tr("This question takes no guesses any more.")
                                                     : tr("Your guess was not taken: %1").arg(reason));
}

void QuestionCard::showQuestion()
{
    const std::optional<protocol::AskedQuestion> &asked = m_prediction.asked();
    setVisible(asked.has_value());
    if (std::exchange(m_shownId, asked ? asked->question.id : QString()) != m_shownId) {
        m_guess->clear();
        m_problem->setProblem({});
    }
    if (!asked)
        return;
    m_text->setText(text::questionText(asked->question.text));
    m_unit->setText(text::questionText(asked->question.unit));
    for (QWidget *widget : {static_cast<QWidget *>(m_guess), static_cast<QWidget *>(m_unit), static_cast<QWidget *>(m_send)})
        widget->setVisible(asked->isOpen);
    m_guess->setAccessibleName(tr("Your guess"));
    m_send->setText(asked->guess ? tr("Change") : tr("Guess"));
    QString state;
    if (asked->guess)
        state = tr("Your guess: %1").arg(text::guessText(*asked->guess, asked->question.unit));
    if (asked->guess && asked->isOpen)
        state += tr(". You may change it until the question is closed.");
    if (!asked->isOpen && !asked->result)
        state += (state.isEmpty() ? QString() : u" — "_s) + tr("No more guesses: now it is measured.");
    m_state->setText(state);
    m_result->setAsked(asked);
    m_result->setVisible(asked->result.has_value());
}

void QuestionCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showQuestion();
}

} // namespace pushlab::widgets
