// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniquetraits.h"

#include <QColor>
#include <QPen>

class QCPGraph;

//! The style of a chart's series: distinguished by colour, by shape and by line, like the techniques.
namespace pushlab::widgets {

using protocol::Mark;

struct SeriesStyle
{
    QColor colour; //!< readable on the chart's background
    Mark mark = Mark::Circle;
    Qt::PenStyle line = Qt::SolidLine; //!< NoPen: marks only
    double width = 2; //!< of the line, in pixels
    double markSize = 7; //!< in pixels; 0: no marks
};

void styleSeries(QCPGraph &graph, const SeriesStyle &style);

} // namespace pushlab::widgets
