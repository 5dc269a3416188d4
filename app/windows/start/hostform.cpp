// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/hostform.h"

#include "app/tlsoptions.h"
#include "app/windows/roomfield.h"
#include "client/widgets/problemlabel.h"
#include "server/protocol/paths.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>

namespace pushlab::app {

HostForm::HostForm(QWidget *parent)
    : FormCard(parent), m_room(new RoomField(server::HostOptions().room, this)), m_port(new QSpinBox(this)), m_tls(new QCheckBox(this))
{
    m_port->setRange(1, 65535);
    m_port->setValue(server::HostOptions().port);
    m_port->setGroupSeparatorShown(false);
    addLine(m_room);
    addField(m_port);
    addField(m_tls);
    layOut();
    connect(&button(), &QPushButton::clicked, this, &HostForm::submit);
    retranslate();
}

void HostForm::submit()
{
    const QString room = m_room->room();
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

void HostForm::edit()
{
    m_invalid = false;
    showProblem();
}

void HostForm::showProblem()
{
    problem().setProblem(m_invalid ? RoomField::problem() : m_trouble);
}

void HostForm::retranslate()
{
    setTexts(tr("Host a class"),
             tr("Opens a chat on this computer. The class joins with a browser or with PushLab, and you see "
                "what every technique costs."));
    setCaption(m_room, tr("Room"));
    setCaption(m_port, tr("Port"));
    m_tls->setText(tr("Encrypt (https)"));
    m_tls->setToolTip(
        tr("With a certificate of this computer's own: browsers warn of it once, and its fingerprint is shown "
           "for comparison."));
    button().setText(tr("Host a class"));
    showProblem();
}

} // namespace pushlab::app
