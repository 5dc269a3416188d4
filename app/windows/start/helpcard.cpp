// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/helpcard.h"

#include "app/windows/start/firewall.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <initializer_list>

namespace pushlab::app {

HelpCard::HelpCard(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_firewall(new QLabel(this))
    , m_line(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_network(new QLabel(this))
{
    m_title->setFont(scaledFont(font(), 1, true));
    m_line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *label : {m_title, m_firewall, m_line, m_network}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_firewall);
    column->addLayout(row);
    column->addWidget(m_network);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command); });
    retranslate();
}

void HelpCard::setPort(quint16 port)
{
    m_command = firewallCommand(port);
    m_line->setText(m_command);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_firewall, m_line, m_copy})
        widget->setVisible(!m_command.isEmpty());
}

void HelpCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpCard::retranslate()
{
    m_title->setText(tr("Nobody from another machine yet?"));
    m_firewall->setText(tr("A firewall may keep them out. To let them in:"));
    m_line->setAccessibleName(tr("Firewall command"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the firewall command"));
    m_network->setText(
        tr("Is everybody in the same network? A VPN sends them elsewhere: switch it off. Many guest "
           "networks keep their devices apart: use another network or a phone's hotspot."));
}

} // namespace pushlab::app
