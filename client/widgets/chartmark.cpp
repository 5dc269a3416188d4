// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/chartmark.h"

#include "client/widgets/plotting.h"

namespace pushlab::widgets {

namespace {

QCPScatterStyle::ScatterShape shapeOf(Mark mark)
{
    switch (mark) {
    case Mark::Circle:
        return QCPScatterStyle::ssDisc;
    case Mark::Square:
        return QCPScatterStyle::ssSquare;
    case Mark::Triangle:
        return QCPScatterStyle::ssTriangle;
    case Mark::Diamond:
        return QCPScatterStyle::ssDiamond;
    case Mark::DownTriangle:
        return QCPScatterStyle::ssTriangleInverted;
    }
    Q_UNREACHABLE();
}

} // namespace

void styleSeries(QCPGraph &graph, const SeriesStyle &style)
{
    graph.setPen(QPen(style.colour, style.width, style.line == Qt::NoPen ? Qt::SolidLine : style.line));
    graph.setLineStyle(style.line == Qt::NoPen ? QCPGraph::lsNone : QCPGraph::lsLine);
    if (style.markSize > 0)
        graph.setScatterStyle(QCPScatterStyle(shapeOf(style.mark), QPen(style.colour, 1), QBrush(style.colour), style.markSize));
    else
        graph.setScatterStyle(QCPScatterStyle::ssNone);
}

} // namespace pushlab::widgets
