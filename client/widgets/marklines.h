// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace pushlab::widgets {

//! A moment in a chart over time.
struct TimeMark
{
    double time = 0; //!< in the chart's seconds
    QString text;

    friend bool operator==(const TimeMark &, const TimeMark &) = default;
};

//! Upright lines with their words in a chart over time; a word is cut where it would run into another. A plain class, part of its chart,
//! whose plot owns the lines.
class MarkLines
{
public:
    explicit MarkLines(QCustomPlot &plot) : m_plot(plot) {}
    Q_DISABLE_COPY_MOVE(MarkLines)

    void set(const QList<TimeMark> &marks) { m_marks = marks; }
    [[nodiscard]] const QList<TimeMark> &marks() const { return m_marks; }

    //! Draws those from \a from to \a to, which the time axis shows.
    void place(double from, double to, const QColor &colour, const QFont &font);

private:
    void ensure(qsizetype count);
    int placeWord(QCPItemText &text, const TimeMark &mark, double next, int taken) const;

    QCustomPlot &m_plot;
    QList<TimeMark> m_marks; //!< ascending
    QList<QCPItemStraightLine *> m_lines;
    QList<QCPItemText *> m_texts; //!< as many
};

} // namespace pushlab::widgets
