// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/card.h"

#include "client/widgets/contrast.h"

#include <QPainter>

namespace pushlab::app {

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    const int em = fontMetrics().height();
    setContentsMargins(em / 4, em / 4, em / 4, em / 4);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(widgets::hairline(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    const qreal radius = fontMetrics().height() * 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
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
