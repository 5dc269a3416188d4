// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/actioncard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::app {

ActionCard::ActionCard(QWidget *parent) : TitledCard(parent), m_action(new QPushButton(this))
{
    const int em = fontMetrics().height();
    m_action->setMinimumHeight(em * 5 / 2);
    m_action->setMinimumWidth(em * 11);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(em / 3);
    texts->addWidget(title());
    texts->addWidget(text());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(em, em, em, em);
    row->setSpacing(em);
    row->addLayout(texts, 1);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &ActionCard::wanted);
}

void ActionCard::setAction(const QString &text)
{
    m_action->setText(text);
}

} // namespace pushlab::app
