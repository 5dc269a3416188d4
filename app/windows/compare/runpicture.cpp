// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runpicture.h"

#include "app/windows/compare/resultsview.h"
#include "app/windows/compare/runchart.h"
#include "client/widgets/contrast.h"

#include <QBuffer>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace pushlab::app {

namespace {

constexpr double scale = 2;

//! Draws the parts one below another, and tracks the height.
class Sheet
{
public:
    Sheet(QPainter *painter, const ResultsView &view, int width)
        : m_painter(painter), m_view(view), m_em(view.fontMetrics().height()), m_width(width), m_y(m_em)
    {
    }

    void addText(const QString &text, const QFont &font)
    {
        const QRect room(m_em, m_y, m_width - 2 * m_em, 10'000);
        const QRect taken = QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, text);
        if (m_painter) {
            m_painter->setFont(font);
            m_painter->setPen(m_view.palette().color(QPalette::WindowText));
            m_painter->drawText(room, Qt::TextWordWrap, text);
        }
        m_y += taken.height() + m_em / 2;
    }

    void addTable()
    {
        const QTableView &table = m_view.table();
        const QAbstractItemModel &model = *table.model();
        const int names = table.verticalHeader()->sizeHint().width();
        const int header = table.horizontalHeader()->sizeHint().height();
        addCells(table, names, header, Qt::DisplayRole);
        m_y += header;
        for (int row = 0; row < model.rowCount(); ++row) {
            addRow(table, row, names);
            m_y += table.rowHeight(row);
        }
        m_y += m_em;
    }

    void addCharts()
    {
        const QSize size((m_width - 3 * m_em) / 2, m_em * 18);
        const auto &charts = m_view.charts();
        for (qsizetype i = 0; i < charts.size(); ++i) {
            if (m_painter) {
                const int x = m_em + int(i % 2) * (size.width() + m_em);
                m_painter->drawPixmap(QRect(QPoint(x, m_y), size), charts.at(i)->picture(size, scale));
            }
            if (i % 2 == 1 || i == charts.size() - 1)
                m_y += size.height() + m_em;
        }
    }

    [[nodiscard]] int height() const { return m_y; }

private:
    void addCells(const QTableView &table, int names, int height, int role)
    {
        int x = m_em + names;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            drawCell(QRect(x, m_y, table.columnWidth(column), height),
                     table.model()->headerData(column, Qt::Horizontal, role).toString(), true, {});
            x += table.columnWidth(column);
        }
    }

    void addRow(const QTableView &table, int row, int names)
    {
        const QAbstractItemModel &model = *table.model();
        const int height = table.rowHeight(row);
        if (m_painter) {
            const auto icon = model.headerData(row, Qt::Vertical, Qt::DecorationRole).value<QIcon>();
            icon.paint(m_painter, m_em, m_y, m_em, height);
        }
        drawCell(QRect(m_em * 5 / 2, m_y, names, height), model.headerData(row, Qt::Vertical).toString(), false, {});
        int x = m_em + names;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            const QModelIndex index = model.index(row, column);
            drawCell(QRect(x, m_y, table.columnWidth(column), height), index.data().toString(), true,
                     index.data(Qt::ForegroundRole).value<QColor>());
            x += table.columnWidth(column);
        }
    }

    void drawCell(const QRect &area, const QString &text, bool isNumber, const QColor &colour)
    {
        if (!m_painter)
            return;
        m_painter->setFont(m_view.font());
        m_painter->setPen(colour.isValid() ? colour : m_view.palette().color(QPalette::WindowText));
        m_painter->drawText(area.adjusted(0, 0, -m_em / 4, 0), (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
    }

    QPainter *m_painter; // null: measures only
    const ResultsView &m_view;
    int m_em;
    int m_width;
    int m_y;
};

int drawSheet(QPainter *painter, const ResultsView &view, int width)
{
    Sheet sheet(painter, view, width);
    sheet.addText(view.sentence(), view.font());
    sheet.addTable();
    sheet.addCharts();
    return sheet.height();
}

int widthOf(const ResultsView &view)
{
    const int em = view.fontMetrics().height();
    int width = 3 * em + view.table().verticalHeader()->sizeHint().width();
    for (int column = 0; column < view.table().model()->columnCount(); ++column)
        width += view.table().isColumnHidden(column) ? 0 : view.table().columnWidth(column);
    return std::max(width, em * 56);
}

} // namespace

QByteArray runPicture(ResultsView &view)
{
    const int width = widthOf(view);
    const int height = drawSheet(nullptr, view, width);
    QImage image(QSize(width, height) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(view.palette().color(QPalette::Window));
    QPainter painter(&image);
    drawSheet(&painter, view, width);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace pushlab::app
