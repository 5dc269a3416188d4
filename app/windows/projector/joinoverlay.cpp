// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/joinoverlay.h"

#include "app/windows/host/qrview.h"
#include "app/windows/projector/fittedlabel.h"
#include "app/windows/projector/joinview.h"
#include "app/windows/projector/projectorcontent.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace pushlab::app {

JoinOverlay::JoinOverlay(QWidget *parent)
    : ProjectorView(parent)
    , m_code(new QrView(this))
    , m_openCaption(addQuietText())
    , m_address(addFitted(1.5))
    , m_pinCaption(addQuietText())
    , m_pin(addFitted(2))
{
    auto *const way = new QVBoxLayout;
    way->setSpacing(0);
    way->addStretch(1);
    way->addWidget(m_openCaption);
    way->addWidget(m_address);
    way->addWidget(m_pinCaption);
    way->addWidget(m_pin);
    way->addStretch(1);
    auto *const row = new QHBoxLayout(this);
    row->addWidget(m_code);
    row->addLayout(way, 1);
    retranslate();
}

void JoinOverlay::take(const ProjectorContent &content)
{
    if (content.invitation == m_invitation)
        return;
    m_invitation = content.invitation;
    showInvitation();
}

void JoinOverlay::showInvitation()
{
    m_code->setText(m_invitation.link);
    m_address->setFitted(typedAddress(m_invitation));
    m_pin->setFitted(m_invitation.pin);
    m_pinCaption->setVisible(!m_invitation.pin.isEmpty());
    m_pin->setVisible(!m_invitation.pin.isEmpty());
}

void JoinOverlay::place()
{
    const QSize outside = parentWidget()->size();
    const int side = outside.height() * 2 / 5;
    m_code->setFixedSize(side, side);
    const QSize own(std::min(outside.width() - textSize(), side + textSize() * 16), side + textSize());
    setGeometry(QRect(QPoint(outside.width() - own.width() - textSize() / 2, textSize() * 5 / 2), own)); // the keys are told below
}

void JoinOverlay::retranslate()
{
    m_openCaption->setText(tr("Open in a browser"));
    m_pinCaption->setText(tr("PIN"));
    showInvitation();
}

void JoinOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal width = textSize() / 8.0;
    painter.setPen(QPen(palette().color(QPalette::WindowText), width));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

} // namespace pushlab::app
