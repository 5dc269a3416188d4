// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/techniquestyle.h"

#include "client/widgets/contrast.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPolygonF>

namespace pushlab::widgets {

using protocol::Technique;

QString techniqueTitle(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return QCoreApplication::translate("Technique", "Short polling");
    case Technique::LongPolling:
        return QCoreApplication::translate("Technique", "Long polling");
    case Technique::WebSocket:
        return QCoreApplication::translate("Technique", "WebSocket");
    }
    Q_UNREACHABLE();
}

QString techniqueShortTitle(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return QCoreApplication::translate("Technique", "Short", "short polling, on a button");
    case Technique::LongPolling:
        return QCoreApplication::translate("Technique", "Long", "long polling, on a button");
    case Technique::WebSocket:
        return QCoreApplication::translate("Technique", "WebSocket");
    }
    Q_UNREACHABLE();
}

QColor techniqueColour(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return QColor(0xe6, 0x9f, 0x00);
    case Technique::LongPolling:
        return QColor(0x00, 0x72, 0xb2);
    case Technique::WebSocket:
        return QColor(0x00, 0x9e, 0x73);
    }
    Q_UNREACHABLE();
}

Qt::PenStyle techniqueLine(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return Qt::DotLine;
    case Technique::LongPolling:
        return Qt::DashLine;
    case Technique::WebSocket:
        return Qt::SolidLine;
    }
    Q_UNREACHABLE();
}

void paintTechniqueMark(QPainter &painter, const QRectF &area, Technique technique, const QColor &background)
{
    const qreal side = qMin(area.width(), area.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(area.center());
    const qreal rim = side / 12;
    box.adjust(rim, rim, -rim, -rim);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = techniqueColour(technique);
    painter.setPen(QPen(readableOn(background, colour, 3), rim, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.setBrush(colour);
    switch (technique) {
    case Technique::Polling:
        painter.drawEllipse(box);
        break;
    case Technique::LongPolling:
        painter.drawRect(box.adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2));
        break;
    case Technique::WebSocket:
        painter.drawPolygon(QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        break;
    }
    painter.restore();
}

QIcon techniqueIcon(Technique technique, const QPalette &palette)
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTechniqueMark(painter, QRectF(pixmap.rect()).adjusted(1, 1, -1, -1), technique, palette.color(QPalette::Base));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace pushlab::widgets
