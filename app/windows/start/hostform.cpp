// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/hostform.h"

#include "app/tlsoptions.h"
#include "client/widgets/contrast.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pushlab::app {

HostForm::HostForm(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_roomCaption(new QLabel(this))
    , m_room(new QLineEdit(server::HostOptions().room, this))
    , m_portCaption(new QLabel(this))
    , m_port(new QSpinBox(this))
    , m_tls(new QCheckBox(this))
    , m_problem(new QLabel(this))
    , m_start(new QPushButton(this))
{
    const int em = fontMetrics().height();
    m_title->setFont(scaledFont(font(), 1.4, true));
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_room->setMaxLength(int(protocol::maxRoomNameCharacters));
    m_port->setRange(1, 65535);
    m_port->setValue(server::HostOptions().port);
    m_port->setGroupSeparatorShown(false);
    m_start->setMinimumHeight(em * 5 / 2);
    makePrimary(*m_start);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_roomCaption, m_room);
    form->addRow(m_portCaption, m_port);
    form->addRow(QString(), m_tls);
    m_roomCaption->setBuddy(m_room);
    m_portCaption->setBuddy(m_port);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em, em, em, em);
    column->setSpacing(em * 2 / 3);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &HostForm::submit);
    connect(m_room, &QLineEdit::returnPressed, this, &HostForm::submit);
    connect(m_room, &QLineEdit::textEdited, this, [this] {
        m_invalid = false;
        showProblem();
    });
    retranslate();
}

void HostForm::submit()
{
    const QString room = m_room->text().trimmed();
    m_invalid = !protocol::isRoomName(room);
    showProblem();
    if (m_invalid) {
        m_room->setFocus();
        return;
    }
    server::HostOptions options;
    options.room = room;
    options.port = quint16(m_port->value());
    options.portMayMove = options.port == server::HostOptions().port;
    m_trouble = m_tls->isChecked() ? useSelfSigned(options) : QString();
    showProblem();
    if (m_trouble.isEmpty())
        Q_EMIT hostWanted(options);
}

void HostForm::showProblem()
{
    m_problem->setText(m_invalid ? tr("A room's name has 1 to 64 characters and no slash.") : m_trouble);
    m_problem->setVisible(!m_problem->text().isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::Text, widgets::readableOn(colours.color(QPalette::Base), QColor(0xc6, 0x28, 0x28)));
    colours.setColor(QPalette::WindowText, colours.color(QPalette::Text));
    m_problem->setPalette(colours);
}

void HostForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HostForm::retranslate()
{
    m_title->setText(tr("Host a class"));
    m_text->setText(
        tr("Opens a chat on this computer. The class joins with a browser or with PushLab, and you see "
           "what every technique costs."));
    m_roomCaption->setText(tr("Room"));
    m_portCaption->setText(tr("Port"));
    m_tls->setText(tr("Encrypt (https)"));
    m_tls->setToolTip(
        tr("With a certificate of this computer's own: browsers warn of it once, and its fingerprint is shown "
           "for comparison."));
    m_start->setText(tr("Host a class"));
    showProblem();
}

} // namespace pushlab::app
