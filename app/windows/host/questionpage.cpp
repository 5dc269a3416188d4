// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/questionpage.h"

#include "app/windows/card.h"
#include "client/text/questiontext.h"
#include "client/widgets/figures.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/questionview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::QuestionOrder;

QuestionPage::QuestionPage(QWidget *parent)
    : QScrollArea(parent)
    , m_choiceCaption(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_own(new QWidget(this))
    , m_text(new QLineEdit(m_own))
    , m_unit(new QLineEdit(m_own))
    , m_answer(new QLineEdit(m_own))
    , m_ask(new QPushButton(this))
    , m_asked(new QLabel(this))
    , m_count(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_guesses(new QPushButton(this))
    , m_theory(new QPushButton(this))
    , m_measured(new QPushButton(this))
    , m_discard(new QPushButton(this))
    , m_names(new QCheckBox(this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_result(new widgets::QuestionView(this))
{
    layOut();
    const std::pair<QWidget *, QString> names[] = {
        {m_choice, u"choice"_s},     {m_text, u"own-text"_s}, {m_unit, u"own-unit"_s},   {m_answer, u"own-answer"_s},
        {m_ask, u"ask"_s},           {m_close, u"close"_s},   {m_guesses, u"guesses"_s}, {m_theory, u"theory"_s},
        {m_measured, u"measured"_s}, {m_names, u"names"_s},   {m_discard, u"discard"_s}, {m_count, u"count"_s},
        {m_asked, u"asked"_s},
    };
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &QuestionPage::showState);
    connect(m_ask, &QPushButton::clicked, this, &QuestionPage::ask);
    connect(m_close, &QPushButton::clicked, this, [this] { give(QuestionOrder::Action::Close); });
    connect(m_discard, &QPushButton::clicked, this, [this] { give(QuestionOrder::Action::Discard); });
    connect(m_guesses, &QPushButton::clicked, this, [this] { showUpTo(QuestionOrder::Part::Guesses); });
    connect(m_theory, &QPushButton::clicked, this, [this] { showUpTo(QuestionOrder::Part::Theory); });
    connect(m_measured, &QPushButton::clicked, this, [this] { showUpTo(QuestionOrder::Part::Measured); });
    m_prepared = protocol::preparedQuestions({});
    retranslate();
}

void QuestionPage::layOut()
{
    const int em = fontMetrics().height();
    auto *content = new QWidget(this);
    m_choiceCaption->setBuddy(m_choice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(20);
    m_text->setMaxLength(int(protocol::maxQuestionCharacters));
    m_unit->setMaxLength(int(protocol::maxUnitCharacters));
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_choiceCaption);
    choice->addWidget(m_choice, 1);
    choice->addWidget(m_ask);
    auto *own = new QHBoxLayout(m_own);
    own->setContentsMargins(0, 0, 0, 0);
    own->addWidget(m_text, 4);
    own->addWidget(m_unit, 1);
    own->addWidget(m_answer, 1);
    auto *steps = new QHBoxLayout;
    for (QPushButton *button : {m_close, m_guesses, m_theory, m_measured})
        steps->addWidget(button);
    steps->addWidget(m_names);
    steps->addStretch(1);
    steps->addWidget(m_discard);
    m_asked->setFont(scaledFont(font(), 1.4, true));
    m_count->setFont(scaledFont(font(), 1.2));
    for (QLabel *label : {m_asked, m_count}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(em, em, em, em);
    column->setSpacing(em * 2 / 3);
    column->addLayout(choice);
    column->addWidget(m_own);
    column->addWidget(m_problem);
    column->addWidget(m_asked);
    column->addWidget(m_count);
    column->addLayout(steps);
    column->addWidget(m_result, 1);
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameStyle(QFrame::NoFrame);
}

void QuestionPage::setState(const protocol::QuestionState &state, const protocol::ClassSettings &settings)
{
    const QList<protocol::ClassQuestion> prepared = protocol::preparedQuestions(settings);
    if (m_state == state && m_prepared == prepared)
        return;
    m_state = state;
    if (std::exchange(m_prepared, prepared) != prepared)
        fill();
    showState();
}

void QuestionPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    if (!isRunning)
        m_state = {};
    showState();
}

void QuestionPage::fill()
{
    const int chosen = m_choice->currentIndex();
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const protocol::ClassQuestion &question : std::as_const(m_prepared))
        m_choice->addItem(text::questionText(question.text), question.id);
    m_choice->addItem(tr("A question of your own…"));
    m_choice->setCurrentIndex(std::clamp(chosen, 0, m_choice->count() - 1));
}

void QuestionPage::ask()
{
    QuestionOrder order{QuestionOrder::Action::Open, {}};
    const int chosen = m_choice->currentIndex();
    if (chosen < m_prepared.size()) {
        order.question = m_prepared[chosen];
    } else {
        QJsonObject typed{{u"text"_s, m_text->text()}, {u"unit"_s, m_unit->text()}};
        bool isNumber = m_answer->text().trimmed().isEmpty();
        const double answer = isNumber ? 0 : QLocale().toDouble(m_answer->text().trimmed(), &isNumber);
        if (!m_answer->text().trimmed().isEmpty())
            typed.insert(u"answer"_s, isNumber ? QJsonValue(answer) : QJsonValue(-1));
        const auto read = protocol::readOwnQuestion(typed);
        const auto *const question = std::get_if<protocol::ClassQuestion>(&read);
        m_problem->setProblem(question ? QString() : tr("Write a question; its answer is a number from 0 on, or is left empty."));
        if (!question)
            return;
        order.question = *question;
    }
    Q_EMIT orderGiven(order);
}

void QuestionPage::showUpTo(QuestionOrder::Part part)
{
    QuestionOrder order{QuestionOrder::Action::Show, {}};
    order.part = part;
    order.withNames = m_names->isChecked();
    Q_EMIT orderGiven(order);
}

void QuestionPage::give(QuestionOrder::Action action)
{
    Q_EMIT orderGiven({action, {}});
}

void QuestionPage::showState()
{
    const auto &asked = m_state.asked;
    m_own->setVisible(m_choice->currentIndex() == m_prepared.size());
    m_ask->setEnabled(m_isRunning);
    m_asked->setText(asked ? text::questionText(asked->question.text) : tr("Nothing is asked at present."));
    const QString count = widgets::countText(m_state.guesses);
    m_count->setText(!asked              ? QString()
                         : asked->isOpen ? tr("Guesses so far: %1").arg(count)
                                         : tr("Closed. Guesses: %1").arg(count));
    m_close->setEnabled(asked && asked->isOpen);
    for (QWidget *widget : {static_cast<QWidget *>(m_guesses), static_cast<QWidget *>(m_theory),
                            static_cast<QWidget *>(m_measured), static_cast<QWidget *>(m_names), static_cast<QWidget *>(m_discard)})
        widget->setEnabled(asked.has_value());
    m_result->setAsked(asked);
}

void QuestionPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QuestionPage::retranslate()
{
    setAccessibleName(tr("Question"));
    m_choiceCaption->setText(tr("Question:"));
    m_text->setPlaceholderText(tr("Your question"));
    m_unit->setPlaceholderText(tr("Unit"));
    m_answer->setPlaceholderText(tr("Answer, if known"));
    for (QLineEdit *field : {m_text, m_unit, m_answer})
        field->setAccessibleName(field->placeholderText());
    m_ask->setText(tr("Ask the class"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("No more guesses"));
    m_guesses->setText(tr("Show guesses"));
    m_theory->setText(tr("Show theory"));
    m_measured->setText(tr("Show measurement"));
    m_measured->setToolTip(tr("What the class has measured since the question was asked, and which guess is nearest"));
    m_names->setText(tr("Name who came nearest"));
    m_discard->setText(tr("Remove"));
    fill();
    showState();
}

} // namespace pushlab::app
