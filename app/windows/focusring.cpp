// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/focusring.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>

namespace pushlab::app {

namespace {
constexpr qreal ringWidth = 2;
constexpr qreal ringInset = 4; // from the button's edge
}

FocusRing::FocusRing(QAbstractButton *button) : QWidget(button)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    button->installEventFilter(this);
    follow();
}

void FocusRing::follow()
{
    resize(parentWidget()->size());
    setVisible(parentWidget()->hasFocus());
    raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut
        || event->type() == QEvent::Show)
        follow();
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(parentWidget()->palette().color(QPalette::ButtonText), ringWidth));
    const QRectF ring = QRectF(rect()).adjusted(ringInset, ringInset, -ringInset, -ringInset);
    painter.drawRoundedRect(ring, ringInset / 2, ringInset / 2);
}

} // namespace pushlab::app
