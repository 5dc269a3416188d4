// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/card.h"

#include "app/windows/focusring.h"
#include "client/widgets/contrast.h"

#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace pushlab::app {

Card::Card(QWidget *parent) : QFrame(parent)
{
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(widgets::hairline(palette()), 1));
    painter.setBrush(widgets::cardColour(palette()));
    const qreal radius = fontMetrics().height() * 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void makePrimary(QPushButton &button)
{
    // Dark, because styles draw a button lighter than its colour.
    const QColor accent = QColor(0x0d, 0x47, 0x80);
    QPalette colours = button.palette();
    colours.setColor(QPalette::Button, accent);
    colours.setColor(QPalette::ButtonText, Qt::white);
    button.setPalette(colours);
    button.setFont(scaledFont(button.font(), 1, true));
    new FocusRing(&button); // which owns it
}

QSize fittedSize(const QWidget &window, const QSize &wanted)
{
    return wanted.boundedTo(window.screen()->availableSize() * 0.96);
}

QFont scaledFont(QFont font, double factor, bool bold)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setBold(bold);
    return font;
}

} // namespace pushlab::app
