// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/appicon.h"

#include "client/widgets/techniquestyle.h"

#include <QPainter>
#include <QPixmap>

namespace pushlab::app {

using protocol::Technique;

QIcon appIcon()
{
    QIcon icon;
    const QColor ground(0xf7, 0xf9, 0xfb);
    for (const int side : {16, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(0xc3, 0xcc, 0xd6), side / 32.0));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), side * 0.2, side * 0.2);
        const qreal mark = side * 0.34;
        const qreal third = side / 3.0;
        widgets::paintTechniqueMark(painter, QRectF(side / 2.0 - mark / 2, side * 0.12, mark, mark), Technique::WebSocket, ground);
        widgets::paintTechniqueMark(painter, QRectF(third - mark * 0.62, side * 0.53, mark, mark), Technique::Polling, ground);
        widgets::paintTechniqueMark(painter, QRectF(2 * third - mark * 0.38, side * 0.53, mark, mark), Technique::LongPolling,
                                    ground);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace pushlab::app
