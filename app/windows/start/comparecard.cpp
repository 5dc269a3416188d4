// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/comparecard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::app {

CompareCard::CompareCard(QWidget *parent)
    : Card(parent), m_title(new QLabel(this)), m_text(new QLabel(this)), m_start(new QPushButton(this))
{
    const int em = fontMetrics().height();
    m_title->setFont(scaledFont(font(), 1.4, true));
    m_text->setWordWrap(true);
    m_start->setMinimumHeight(em * 5 / 2);
    m_start->setMinimumWidth(em * 11);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(em / 3);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(em, em, em, em);
    row->setSpacing(em);
    row->addLayout(texts, 1);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &CompareCard::compareWanted);
    retranslate();
}

void CompareCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareCard::retranslate()
{
    m_title->setText(tr("Compare techniques"));
    m_text->setText(
        tr("Loads a host of its own with virtual clients, and shows what each technique costs beside what theory "
           "expects."));
    m_start->setText(tr("Compare"));
}

} // namespace pushlab::app
