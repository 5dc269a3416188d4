// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/waterfalldelegate.h"

#include "app/windows/traffic/trafficmodel.h"
#include "client/widgets/contrast.h"
#include "client/widgets/techniquestyle.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace pushlab::app {

WaterfallDelegate::WaterfallDelegate(const TrafficModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

void WaterfallDelegate::setRange(qint64 from, qint64 to)
{
    m_from = from;
    m_to = std::max(to, from + 1);
}

void WaterfallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    const QWidget *const widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &own, painter, widget);
    const auto number = index.data(TrafficModel::NumberRole).toULongLong();
    const int row = m_model.rowOf(number);
    if (row < 0)
        return;
    const TrafficSpan span = m_model.span(row);
    const QRect area = option.rect.adjusted(2, 0, -2, 0);
    const auto x = [&](qint64 time) {
        const double share = double(time - m_from) / double(m_to - m_from);
        return area.left() + int(std::clamp(share, 0.0, 1.0) * (area.width() - 2));
    };
    const QColor ground = own.state & QStyle::State_Selected ? option.palette.color(QPalette::Highlight)
                                                             : option.palette.color(QPalette::Base);
    const auto technique = m_model.record(row).technique;
    const QColor colour = widgets::readableOn(
        ground, technique ? widgets::techniqueColour(*technique) : option.palette.color(QPalette::Text), 3);
    const int height = std::max(4, area.height() / 2);
    const int top = area.center().y() - height / 2;
    const int left = x(span.from);
    const int first = x(span.firstByte);
    const int right = std::max(first + 2, x(span.to) + 1);
    if (first > left) {
        painter->fillRect(QRect(left, top, first - left, height), widgets::blended(colour, ground, 0.35));
        painter->fillRect(QRect(left, top, 1, height), colour);
    }
    painter->fillRect(QRect(first, top, right - first, height), colour);
}

} // namespace pushlab::app
