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
        text->position->setTypeX(QCPItemPosition::ptPlotCoords);
        text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        m_texts.append(text);
    }
}

void MarkLines::place(double from, double to, const QColor &colour, const QFont &font)
{
    QList<TimeMark> shown;
    std::copy_if(m_marks.cbegin(), m_marks.cend(), std::back_inserter(shown),
                 [from, to](const TimeMark &mark) { return mark.time >= from && mark.time <= to; });
    ensure(shown.size());
    int taken = int(m_plot.xAxis->coordToPixel(from)); // px, by lines and words so far
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool isShown = i < shown.size();
        m_lines.at(i)->setVisible(isShown);
        m_texts.at(i)->setVisible(isShown);
        if (!isShown)
            continue;
        m_lines.at(i)->setPen(QPen(colour, 1, Qt::DashLine));
        m_lines.at(i)->point1->setCoords(shown.at(i).time, 0);
        m_lines.at(i)->point2->setCoords(shown.at(i).time, 1);
        m_texts.at(i)->setFont(font);
        m_texts.at(i)->setColor(colour);
        taken = placeWord(*m_texts.at(i), shown.at(i), i + 1 < shown.size() ? shown.at(i + 1).time : to, taken);
    }
}

//! Behind its line or, where there is more room, before it: what is newest stands at the end of the axis. Returns how far it reaches.
int MarkLines::placeWord(QCPItemText &text, const TimeMark &mark, double next, int taken) const
{
    const int line = int(m_plot.xAxis->coordToPixel(mark.time));
    const int behind = int(m_plot.xAxis->coordToPixel(next)) - line - 2 * gapToLine;
    const int before = line - taken - 2 * gapToLine;
    const QFontMetrics metrics(text.font());
    const int width = metrics.horizontalAdvance(mark.text);
    const bool isBehind = width <= behind || behind >= before;
    text.setText(metrics.elidedText(mark.text, Qt::ElideRight, std::max(0, isBehind ? behind : before)));
    text.setPositionAlignment((isBehind ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    text.setPadding(QMargins(gapToLine, 0, gapToLine, 0));
    text.position->setCoords(mark.time, 0);
    return isBehind ? line + 2 * gapToLine + metrics.horizontalAdvance(text.text()) : line;
}

} // namespace pushlab::widgets
