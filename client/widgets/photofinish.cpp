// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/photofinish.h"

#include "client/widgets/contrast.h"
#include "client/widgets/racetext.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pushlab::widgets {

using protocol::RaceGroup;
using protocol::RaceReceipt;

namespace {

constexpr double leastDecade = 0.1; // ms: where the axis begins at the earliest
constexpr int rowsOfALane = 3; // on which marks that lie close are spread

QString tickText(double milliseconds)
{
    const bool isSeconds = milliseconds >= 1000;
    const QString number = QLocale().toString(isSeconds ? milliseconds / 1000 : milliseconds, 'g', 3);
    return (isSeconds ? QCoreApplication::translate("Figures", "%1 s") : QCoreApplication::translate("Figures", "%1 ms")).arg(number);
}

bool isOnPaper(const RaceReceipt &receipt)
{
    return receipt.place > 0;
}

} // namespace

PhotoFinish::PhotoFinish(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    speak();
}

void PhotoFinish::setRace(const protocol::Race &race)
{
    if (race == m_race)
        return;
    m_race = race;
    m_lanes = race.groups;
    std::sort(m_lanes.begin(), m_lanes.end(), [](const RaceGroup &a, const RaceGroup &b) { return a.technique < b.technique; });
    speak();
    updateGeometry();
    update();
}

void PhotoFinish::setTextContrast(double ratio)
{
    m_textContrast = ratio;
    update();
}

QColor PhotoFinish::captionInk() const
{
    return readableOn(palette().color(QPalette::Base), quietText(palette()), m_textContrast);
}

void PhotoFinish::speak()
{
    setAccessibleName(tr("Photo finish"));
    setAccessibleDescription(raceVerdictText(m_race));
}

int PhotoFinish::labelWidth() const
{
    int width = 0;
    for (const RaceGroup &lane : m_lanes)
        width = std::max(width, fontMetrics().horizontalAdvance(techniqueShortTitle(lane.technique)));
    return width + fontMetrics().height() * 2;
}

QSize PhotoFinish::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 30, em * (3 * std::max(2, int(m_lanes.size())) + 2)};
}

QSize PhotoFinish::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 16, em * (2 * std::max(2, int(m_lanes.size())) + 2)};
}

void PhotoFinish::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    speak();
    update();
}

double PhotoFinish::Scale::x(double delay) const
{
    const double share = std::log(std::max(delay, from) / from) / std::log(to / from);
    return area.left() + std::min(share, 1.) * area.width();
}

PhotoFinish::Scale PhotoFinish::scale() const
{
    double least = 1e9;
    double greatest = 0;
    for (const RaceReceipt &receipt : m_race.receipts) {
        if (!isOnPaper(receipt))
            continue;
        least = std::min(least, *receipt.delay);
        greatest = std::max(greatest, *receipt.delay + *receipt.uncertainty);
    }
    Scale scale;
    scale.from = std::pow(10, std::floor(std::log10(std::max(least, leastDecade))));
    scale.to = std::max(greatest * 1.15, scale.from * 10);
    const int em = fontMetrics().height();
    scale.area = QRectF(rect()).adjusted(labelWidth(), em / 2.0, -em, -em * 1.7);
    return scale;
}

void PhotoFinish::paintAxis(QPainter &painter, const Scale &scale) const
{
    const int em = fontMetrics().height();
    const bool isShort = scale.to / scale.from < 150;
    double written = -1e9; // where the last label ends
    for (double decade = scale.from; decade <= scale.to; decade *= 10) {
        for (const double step : {1., 2., 5.}) {
            const double tick = decade * step;
            if (tick > scale.to || (step > 1 && !isShort))
                continue;
            const double x = scale.x(tick);
            painter.setPen(hairline(palette()));
            painter.drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom() + em / 4.0));
            const QString text = tickText(tick);
            const double half = fontMetrics().horizontalAdvance(text) / 2.0;
            if (x - half < written + em / 2.0)
                continue;
            written = x + half;
            painter.setPen(captionInk());
            painter.drawText(QRectF(x - half, scale.area.bottom() + em / 4.0, 2 * half + 2, em * 1.3), Qt::AlignCenter, text);
        }
    }
}

void PhotoFinish::paintLane(QPainter &painter, const Scale &scale, const RaceGroup &group, const QRectF &lane) const
{
    const int em = fontMetrics().height();
    const QColor ground = palette().color(QPalette::Base);
    const QColor ink = readableOn(ground, techniqueColour(group.technique), 3);
    paintTechniqueMark(painter, QRectF(em * 0.3, lane.center().y() - em * 0.4, em * 0.8, em * 0.8), group.technique, ground);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(em * 1.4, lane.top(), scale.area.left() - em * 1.4, lane.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     techniqueShortTitle(group.technique));
    painter.setPen(QPen(ink, em / 8.0));
    painter.drawLine(QPointF(scale.x(group.median), lane.top() + 2), QPointF(scale.x(group.median), lane.bottom() - 2));
    const double side = std::min(em * 0.8, lane.height() / rowsOfALane);
    int row = 0;
    for (const RaceReceipt &receipt : m_race.receipts) {
        if (receipt.technique != group.technique || !isOnPaper(receipt))
            continue;
        const double y = lane.top() + lane.height() * (row + 0.5) / rowsOfALane;
        row = (row + 1) % rowsOfALane;
        painter.setPen(QPen(ink, 1.5));
        painter.drawLine(QPointF(scale.x(*receipt.delay - *receipt.uncertainty), y),
                         QPointF(scale.x(*receipt.delay + *receipt.uncertainty), y));
        paintTechniqueMark(painter, QRectF(scale.x(*receipt.delay) - side / 2, y - side / 2, side, side), group.technique, ground);
    }
}

void PhotoFinish::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_lanes.isEmpty()) {
        painter.setPen(captionInk());
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nobody has it yet."));
        return;
    }
    const Scale here = scale();
    paintAxis(painter, here);
    const double height = here.area.height() / double(m_lanes.size());
    for (qsizetype i = 0; i < m_lanes.size(); ++i) {
        const QRectF lane(here.area.left(), here.area.top() + double(i) * height, here.area.width(), height);
        if (i > 0) {
            painter.setPen(hairline(palette()));
            painter.drawLine(QPointF(0, lane.top()), QPointF(here.area.right(), lane.top()));
        }
        paintLane(painter, here, m_lanes.at(i), lane.adjusted(0, 3, 0, -3));
    }
}

} // namespace pushlab::widgets
