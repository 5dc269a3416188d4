// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/settingsdialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent), m_form(new QFormLayout), m_note(new QLabel(this)), m_off(new QPushButton(this)), m_close(new QPushButton(this))
{
    m_off->setObjectName(u"off"_s);
    m_off->setAutoDefault(false); // Enter in a field must not press it
    m_note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_off, QDialogButtonBox::ResetRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_note);
    column->addWidget(buttons);
    connect(m_off, &QPushButton::clicked, this, &SettingsDialog::turnOff);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    nameButtons();
}

void SettingsDialog::addField(QWidget *field)
{
    m_form->addRow(new QLabel(this), field);
}

void SettingsDialog::addUnnamedField(QWidget *field)
{
    m_form->addRow(QString(), field);
}

void SettingsDialog::nameField(QWidget *field, const QString &caption)
{
    qobject_cast<QLabel *>(m_form->labelForField(field))->setText(caption);
    field->setAccessibleName(caption);
}

void SettingsDialog::setNote(const QString &text)
{
    m_note->setText(text);
}

void SettingsDialog::setOn(bool isOn)
{
    m_off->setEnabled(isOn);
}

void SettingsDialog::nameButtons()
{
    m_off->setText(tr("Off"));
    m_close->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    nameButtons();
    retranslate();
}

} // namespace pushlab::app
