// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/racebanner.h"

#include "client/widgets/contrast.h"
#include "client/widgets/racetext.h"
#include "client/widgets/techniquestyle.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace pushlab::widgets {

namespace {

constexpr std::chrono::milliseconds leastShown{3000};

} // namespace

RaceBanner::RaceBanner(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("race"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void RaceBanner::showReceipt(const session::RaceReceipt &receipt)
{
    m_receipt = receipt;
    setAccessibleName(text());
    setToolTip(text());
    m_end.start(std::max(leastShown, receipt.left));
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString RaceBanner::text() const
{
    return receiptText(m_receipt);
}

QSize RaceBanner::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 2};
}

QSize RaceBanner::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 2};
}

void RaceBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setAccessibleName(text());
    setToolTip(text());
    update();
}

void RaceBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int em = fontMetrics().height();
    const QColor window = palette().color(QPalette::Window);
    const QColor colour = techniqueColour(m_receipt.technique);
    const QColor ground = blended(colour, window, 0.2);
    const qreal line = em / 5.0;
    painter.setPen(QPen(readableOn(window, colour, 3), line));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), em / 4.0, em / 4.0);
    paintTechniqueMark(painter, QRectF(em * 0.6, (height() - em) / 2.0, em, em), m_receipt.technique, ground);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(readableOn(ground, palette().color(QPalette::WindowText)));
    const QRect area = rect().adjusted(em * 2, 0, -em / 2, 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(bold).elidedText(text(), Qt::ElideRight, area.width()));
}

} // namespace pushlab::widgets
