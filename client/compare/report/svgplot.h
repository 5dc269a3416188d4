// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QString>

#include <functional>

namespace pushlab::compare {

//! An axis of a chart.
struct PlotAxis
{
    QString title;
    double from = 0;
    double to = 1;
    bool isLogarithmic = false; //!< from > 0 then
    std::function<QString(double)> label;
};

//! A chart as inline SVG, which takes its colours from the page's style sheet. A plain class.
class SvgPlot final
{
public:
    SvgPlot(const QString &title, PlotAxis x, PlotAxis y);

    //! A polyline; \a cssClass gives it colour and dashes. Points beyond the axes are drawn at their edge.
    void addLine(const QList<QPointF> &points, const QString &cssClass);
    //! A mark: '●', '■', '▲', '◆'.
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

//! Steps of an axis at round numbers: about five, or the powers of ten.
[[nodiscard]] QList<double> axisSteps(const PlotAxis &axis);

} // namespace pushlab::compare
