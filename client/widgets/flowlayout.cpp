// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace pushlab::widgets {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    if (parent)
        setSpacing(parent->fontMetrics().height() / 2);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<FlowLayout::Row> FlowLayout::rowsWithin(int width) const
{
    QList<Row> rows;
    for (QLayoutItem *const item : m_items) {
        if (item->isEmpty())
            continue;
        if (rows.isEmpty() || widthOf(rows.constLast() + Row{item}) > width)
            rows.append(Row{item});
        else
            rows.last().append(item);
    }
    return rows;
}

int FlowLayout::widthOf(const Row &row) const
{
    int width = spacing() * int(std::max<qsizetype>(0, row.size() - 1));
    for (const QLayoutItem *const item : row)
        width += item->sizeHint().width();
    return width;
}

void FlowLayout::place(const Row &row, const QRect &where) const
{
    const auto expands = [](const QLayoutItem *item) { return item->expandingDirections().testFlag(Qt::Horizontal); };
    const int expanding = int(std::count_if(row.cbegin(), row.cend(), expands));
    const int left = std::max(0, where.width() - widthOf(row));
    int x = where.left();
    for (QLayoutItem *const item : row) {
        int width = std::min(item->sizeHint().width(), where.width());
        if (expands(item))
            width += left / expanding;
        const int height = std::min(item->sizeHint().height(), where.height());
        item->setGeometry(QRect(x, where.top() + (where.height() - height) / 2, width, height));
        x += width + spacing();
    }
}

int FlowLayout::layOut(const QRect &rect, bool isPlaced) const
{
    int y = rect.top();
    const QList<Row> rows = rowsWithin(rect.width());
    for (const Row &row : rows) {
        int height = 0;
        for (const QLayoutItem *const item : row)
            height = std::max(height, item->sizeHint().height());
        if (isPlaced)
            place(row, QRect(rect.left(), y, rect.width(), height));
        y += height + spacing();
    }
    return rows.isEmpty() ? 0 : y - spacing() - rect.top();
}

QSize FlowLayout::sizeHint() const
{
    const Row all(m_items.cbegin(), m_items.cend());
    const int width = widthOf(all);
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *const item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

} // namespace pushlab::widgets
