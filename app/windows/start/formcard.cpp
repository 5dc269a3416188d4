// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/formcard.h"

#include "client/widgets/composing.h"
#include "client/widgets/problemlabel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::app {

FormCard::FormCard(QWidget *parent)
    : TitledCard(parent), m_form(new QFormLayout), m_problem(new widgets::ProblemLabel(this)), m_button(new QPushButton(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_button->setMinimumHeight(fontMetrics().height() * 5 / 2);
    makePrimary(*m_button);
}

void FormCard::addField(QWidget *field)
{
    auto *caption = new QLabel(this);
    caption->setBuddy(field);
    m_form->addRow(caption, field);
}

void FormCard::addLine(QLineEdit *field)
{
    addField(field);
    new widgets::Composing(field);
    connect(field, &QLineEdit::returnPressed, this, &FormCard::submit);
    connect(field, &QLineEdit::textEdited, this, &FormCard::edit);
}

void FormCard::setCaption(QWidget *field, const QString &caption)
{
    qobject_cast<QLabel *>(m_form->labelForField(field))->setText(caption);
}

void FormCard::layOut(const QList<QWidget *> &below)
{
    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em, em, em, em);
    column->setSpacing(em * 2 / 3);
    column->addWidget(title());
    column->addWidget(text());
    column->addLayout(m_form);
    column->addWidget(m_problem);
    for (QWidget *widget : below)
        column->addWidget(widget);
    column->addStretch(1);
    column->addWidget(m_button);
    setTabOrder(below.isEmpty() ? m_form->itemAt(m_form->rowCount() - 1, QFormLayout::FieldRole)->widget() : below.constLast(),
                m_button);
}

void FormCard::changeEvent(QEvent *event)
{
    TitledCard::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace pushlab::app
