// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/techniquebutton.h"

#include "client/widgets/contrast.h"
#include "client/widgets/techniquestyle.h"

#include <QEvent>
#include <QPainter>

namespace pushlab::widgets {

namespace {

void paintPadlock(QPainter &painter, const QRectF &area, const QColor &colour)
{
    painter.save();
    const qreal line = area.width() / 7;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, line));
    const QRectF body(area.left() + line, area.center().y(), area.width() - 2 * line, area.height() / 2 - line / 2);
    painter.drawArc(QRectF(body.left() + line, area.top() + line, body.width() - 2 * line, area.height() - 2 * line), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(body, line / 2, line / 2);
    painter.restore();
}

} // namespace

TechniqueButton::TechniqueButton(protocol::Technique technique, QWidget *parent) : QRadioButton(parent), m_technique(technique)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TechniqueButton::setLocked(bool locked)
{
    m_locked = locked;
    updateGeometry();
    update();
}

QSize TechniqueButton::sizeHint() const
{
    const int em = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    // With room for the padlock, so that the row does not move when the teacher sets a technique.
    return {QFontMetrics(bold).horizontalAdvance(text()) + em * 15 / 4, em * 2};
}

bool TechniqueButton::event(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        update();
    return QRadioButton::event(event);
}

void TechniqueButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int em = fontMetrics().height();
    const QColor colour = techniqueColour(m_technique);
    const QColor base = palette().color(QPalette::Base);
    QColor fill = base;
    if (isChecked())
        fill = blended(colour, base, 0.20);
    else if (isEnabled() && (isDown() || underMouse()))
        fill = blended(colour, base, 0.08);
    const qreal rim = isChecked() ? 2 : 1;
    painter.setPen(QPen(isChecked() ? readableOn(base, colour, 3) : hairline(palette()), rim));
    painter.setBrush(fill);
    const QRectF frame = QRectF(rect()).adjusted(rim / 2 + 1, rim / 2 + 1, -rim / 2 - 1, -rim / 2 - 1);
    painter.drawRoundedRect(frame, em * 0.4, em * 0.4);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), em * 0.3, em * 0.3);
    }

    QFont label = font();
    label.setBold(isChecked());
    const QFontMetrics metrics(label);
    const qreal mark = em * 0.75;
    const qreal lock = m_locked ? em * 1.1 : 0;
    const qreal total = mark + em * 0.5 + metrics.horizontalAdvance(text()) + lock;
    qreal x = (width() - total) / 2;
    const qreal middle = height() / 2.0;
    painter.setOpacity(isEnabled() || isChecked() ? 1 : 0.45);
    paintTechniqueMark(painter, QRectF(x, middle - mark / 2, mark, mark), m_technique, fill);
    x += mark + em * 0.5;
    painter.setFont(label);
    const QColor ink = palette().color(QPalette::Active, QPalette::Text);
    painter.setPen(ink);
    painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_locked)
        paintPadlock(painter, QRectF(x + metrics.horizontalAdvance(text()) + em * 0.35, middle - em * 0.42, em * 0.75, em * 0.8),
                     ink);
}

} // namespace pushlab::widgets
