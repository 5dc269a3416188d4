// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/predictionview.h"

#include "app/windows/projector/projectorcontent.h"
#include "client/text/questiontext.h"
#include "client/widgets/figures.h"
#include "client/widgets/guesschart.h"
#include "client/widgets/shownname.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

namespace {

constexpr double guessContrast = 7; // of the chart's texts
constexpr int chartLines = 6; // its least height
constexpr qsizetype mostNearest = 3; // names that there is room for
constexpr qsizetype mostNearestCharacters = 20; // of one name

//! With as many names as there is room for.
protocol::AskedQuestion shortened(protocol::AskedQuestion asked)
{
    if (!asked.result || !asked.result->nearest)
        return asked;
    QStringList &names = asked.result->nearest->names;
    const bool areAll = names.size() <= mostNearest;
    names = names.first(std::min(names.size(), mostNearest));
    for (QString &name : names) {
        if (name.size() > mostNearestCharacters)
            name = widgets::leftOf(name, mostNearestCharacters) + u'…';
    }
    if (!areAll)
        names.append(QString(u'…'));
    return asked;
}

} // namespace

PredictionView::PredictionView(QWidget *parent)
    : ProjectorView(parent)
    , m_text(addText(1.2, true))
    , m_count(addText(1.2))
    , m_chart(new widgets::GuessChart(this))
    , m_words(addText(1))
{
    m_chart->setTextContrast(guessContrast);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel *const label : {m_text, m_count, m_words})
        label->setWordWrap(true);
    column->addWidget(m_text);
    column->addWidget(m_count);
    column->addWidget(m_chart, 1);
    column->addWidget(m_words);
    column->addStretch();
    showState();
}

void PredictionView::take(const ProjectorContent &content)
{
    if (m_state == content.snapshot.question)
        return;
    m_state = content.snapshot.question;
    showState();
}

void PredictionView::clear()
{
    m_state = {};
    showState();
}

void PredictionView::showState()
{
    const auto &asked = m_state.asked;
    const bool hasResult = asked && asked->result;
    const QString count = widgets::countText(m_state.guesses);
    m_text->setText(asked ? text::questionText(asked->question.text) : QString());
    m_count->setText(asked && asked->isOpen ? tr("Guesses so far: %1").arg(count) : tr("Closed. Guesses: %1").arg(count));
    m_count->setVisible(asked && !hasResult);
    m_chart->setAsked(asked);
    m_chart->setVisible(hasResult && !asked->result->bars.isEmpty());
    m_words->setText(hasResult ? text::resultText(shortened(*asked), widgets::isolatedName).join(u'\n') : QString());
    m_words->setVisible(hasResult);
}

QString PredictionView::title() const
{
    return tr("Predict, then measure");
}

void PredictionView::resizeParts()
{
    layout()->setSpacing(textSize() / 3);
    m_chart->setMinimumHeight(m_chart->fontMetrics().height() * chartLines);
}

} // namespace pushlab::app
