// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/titledcard.h"

#include <QLabel>

namespace pushlab::app {

TitledCard::TitledCard(QWidget *parent) : Card(parent), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    m_title->setFont(scaledFont(font(), 1.4, true));
    m_text->setWordWrap(true);
}

void TitledCard::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

} // namespace pushlab::app
