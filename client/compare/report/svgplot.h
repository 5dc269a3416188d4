// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QString>

#include <functional>

namespace pushlab::compare {

//! An axis of a chart, from \a from to \a to.
struct PlotAxis
{
    QString title;
    double from = 0;
    double to = 1;
    bool isLogarithmic = false; //!< requires from > 0
    std::function<QString(double)> label;
};

//! A chart as inline SVG whose colours come from the page's style sheet. A plain class.
class SvgPlot final
{
public:
    SvgPlot(const QString &title, PlotAxis x, PlotAxis y);

    //! Adds a polyline; \a cssClass gives its colour and dashes. Points outside the axes are drawn at the edge.
    void addLine(const QList<QPointF> &points, const QString &cssClass);
    //! Adds a mark, one of '●', '■', '▲', '◆' and '▼'.
    void addMark(QPointF at, QChar mark, const QString &cssClass, const QString &tooltip);

    [[nodiscard]] QString svg() const;

private:
    [[nodiscard]] QPointF place(QPointF value) const;
    [[nodiscard]] QString axes() const;

    QString m_title;
    PlotAxis m_x;
    PlotAxis m_y;
    QString m_shapes;
};

//! The labels of an axis, at round numbers: about five, or powers of ten.
[[nodiscard]] QList<double> axisSteps(const PlotAxis &axis);

} // namespace pushlab::compare
