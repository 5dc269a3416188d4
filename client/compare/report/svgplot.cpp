// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/svgplot.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double width = 720; // of the drawing; the page scales it
constexpr double height = 300;
constexpr double left = 64;
constexpr double right = 16;
constexpr double top = 12;
constexpr double bottom = 46;

double shareOf(const PlotAxis &axis, double value)
{
    const double clamped = std::clamp(value, axis.from, axis.to);
    if (axis.isLogarithmic)
        return std::log(clamped / axis.from) / std::log(axis.to / axis.from);
    return (clamped - axis.from) / (axis.to - axis.from);
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

} // namespace

SvgPlot::SvgPlot(const QString &title, PlotAxis x, PlotAxis y) : m_title(title), m_x(std::move(x)), m_y(std::move(y)) {}

QPointF SvgPlot::place(QPointF value) const
{
    return {left + shareOf(m_x, value.x()) * (width - left - right),
            height - bottom - shareOf(m_y, value.y()) * (height - top - bottom)};
}

void SvgPlot::addLine(const QList<QPointF> &points, const QString &cssClass)
{
    if (points.isEmpty())
        return;
    QString path;
    for (const QPointF &point : points) {
        const QPointF at = place(point);
        path += number(at.x()) + u',' + number(at.y()) + u' ';
    }
    m_shapes += u"<polyline class=\"line %1\" points=\"%2\"/>\n"_s.arg(cssClass, path.trimmed());
}

void SvgPlot::addMark(QPointF at, QChar mark, const QString &cssClass, const QString &tooltip)
{
    const QPointF point = place(at);
    m_shapes += u"<text class=\"mark %1\" x=\"%2\" y=\"%3\">%4<title>%5</title></text>\n"_s.arg(
        cssClass, number(point.x()), number(point.y()), QString(mark), tooltip.toHtmlEscaped());
}

QString SvgPlot::axes() const
{
    QString text;
    for (const double step : axisSteps(m_x)) {
        const QString x = number(place({step, m_y.from}).x());
        text += u"<line class=\"grid\" x1=\"%1\" x2=\"%1\" y1=\"%2\" y2=\"%3\"/><text class=\"step\" x=\"%1\" y=\"%4\" text-anchor=\"middle\">%5</text>\n"_s
                    .arg(x, number(top), number(height - bottom), number(height - bottom + 16), m_x.label(step).toHtmlEscaped());
    }
    for (const double step : axisSteps(m_y)) {
        const QString y = number(place({m_x.from, step}).y());
        text += u"<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/><text class=\"step\" x=\"%4\" y=\"%3\" dy=\"4\" text-anchor=\"end\">%5</text>\n"_s
                    .arg(number(left), number(width - right), y, number(left - 6), m_y.label(step).toHtmlEscaped());
    }
    text += u"<text class=\"title\" x=\"%1\" y=\"%2\" text-anchor=\"middle\">%3</text>\n"_s.arg(
        number((left + width - right) / 2), number(height - 8), m_x.title.toHtmlEscaped());
    text += u"<text class=\"title\" transform=\"rotate(-90)\" x=\"%1\" y=\"14\" text-anchor=\"middle\">%2</text>\n"_s.arg(
        number(-(top + height - bottom) / 2), m_y.title.toHtmlEscaped());
    return text;
}

QString SvgPlot::svg() const
{
    return u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(number(width), number(height),
                                                                                 m_title.toHtmlEscaped())
        + axes() + m_shapes + u"</svg>\n"_s;
}

QList<double> axisSteps(const PlotAxis &axis)
{
    QList<double> steps;
    if (axis.isLogarithmic) {
        for (double step = std::pow(10, std::ceil(std::log10(axis.from) - 1e-9)); step <= axis.to * (1 + 1e-9); step *= 10)
            steps.append(step);
        return steps;
    }
    const double raw = (axis.to - axis.from) / 5;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
    for (int i = 0; axis.from + i * step <= axis.to + step * 1e-6; ++i)
        steps.append(axis.from + i * step);
    return steps;
}

} // namespace pushlab::compare
