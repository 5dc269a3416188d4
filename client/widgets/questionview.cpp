// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/questionview.h"

#include "client/text/questiontext.h"
#include "client/widgets/guesschart.h"
#include "client/widgets/shownname.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

QuestionView::QuestionView(QWidget *parent) : QWidget(parent), m_chart(new GuessChart(this)), m_words(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart, 1);
    column->addWidget(m_words);
    m_words->setObjectName(u"result"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showResult();
}

void QuestionView::setAsked(const std::optional<protocol::AskedQuestion> &asked)
{
    if (m_asked == asked)
        return;
    m_asked = asked;
    showResult();
}

void QuestionView::showResult()
{
    const bool hasResult = m_asked && m_asked->result;
    m_chart->setAsked(m_asked);
    m_chart->setVisible(hasResult && !m_asked->result->bars.isEmpty());
    m_words->setText(hasResult ? text::resultText(*m_asked, isolatedName).join(u'\n') : QString());
    m_words->setVisible(hasResult);
}

void QuestionView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showResult();
}

} // namespace pushlab::widgets
