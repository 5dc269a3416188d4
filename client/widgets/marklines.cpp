// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/marklines.h"

#include "client/widgets/plotting.h"

#include <algorithm>

namespace pushlab::widgets {

namespace {

constexpr int gapToLine = 3; // px

} // namespace

void MarkLines::ensure(qsizetype count)
{
    while (m_lines.size() < count) {
        m_lines.append(new QCPItemStraightLine(&m_plot));
        auto *const text = new QCPItemText(&m_plot);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->position->setTypeX(QCPItemPosition::ptPlotCoords);
        text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        text->setPadding(QMargins(gapToLine, 0, 0, 0));
        m_texts.append(text);
    }
}

void MarkLines::place(double from, double to, const QColor &colour, const QFont &font)
{
    QList<TimeMark> shown;
    std::copy_if(m_marks.cbegin(), m_marks.cend(), std::back_inserter(shown),
                 [from, to](const TimeMark &mark) { return mark.time >= from && mark.time <= to; });
    ensure(shown.size());
    const QFontMetrics metrics(font);
    const QCPAxis &axis = *m_plot.xAxis;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool isShown = i < shown.size();
        m_lines.at(i)->setVisible(isShown);
        m_texts.at(i)->setVisible(isShown);
        if (!isShown)
            continue;
        const double time = shown.at(i).time;
        const double end = i + 1 < shown.size() ? shown.at(i + 1).time : to;
        const int room = int(axis.coordToPixel(end) - axis.coordToPixel(time)) - 2 * gapToLine;
        m_lines.at(i)->setPen(QPen(colour, 1, Qt::DashLine));
        m_lines.at(i)->point1->setCoords(time, 0);
        m_lines.at(i)->point2->setCoords(time, 1);
        m_texts.at(i)->setFont(font);
        m_texts.at(i)->setColor(colour);
        m_texts.at(i)->setText(metrics.elidedText(shown.at(i).text, Qt::ElideRight, std::max(0, room)));
        m_texts.at(i)->position->setCoords(time, 0);
    }
}

} // namespace pushlab::widgets
