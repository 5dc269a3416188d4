// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/charts.h"

#include "client/compare/report/svgplot.h"
#include "client/compare/result/wording.h"
#include "client/compare/text/reporttext.h"
#include "client/compare/text/varianttext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastDelay = 0.01; // ms: where the axis begins at the earliest
constexpr double barHeight = 34;
constexpr double barLeft = 150;
constexpr double barWidth = 460; // width of the greatest bar

QList<QPointF> pointsOf(const QList<protocol::CdfPoint> &cdf)
{
    QList<QPointF> points;
    for (const protocol::CdfPoint &point : cdf) {
        const double ms = double(point.delay.count()) / 1e6;
        if (!points.isEmpty())
            points.append({ms, points.last().y()}); // the step of the distribution
        points.append({ms, point.share});
    }
    return points;
}

QList<QPointF> smoothPointsOf(const QList<protocol::CdfPoint> &cdf)
{
    QList<QPointF> points;
    for (const protocol::CdfPoint &point : cdf)
        points.append({double(point.delay.count()) / 1e6, point.share});
    if (!points.isEmpty())
        points.prepend({points.first().x(), 0});
    return points;
}

double powerBelow(double value)
{
    return std::pow(10, std::floor(std::log10(std::max(value, leastDelay))));
}

struct Part
{
    QString cssClass;
    QString name;
    double bytes = 0;
};

std::array<Part, 3> partsOf(const VariantResult &one)
{
    const double messages = double(std::max<qint64>(one.messages, 1));
    return {
        Part{u"payload"_s, reportText(ReportPhrase::Id::Payload), double(one.asking.up.payload + one.asking.down.payload) / messages},
        Part{u"header"_s, reportText(ReportPhrase::Id::Headers), double(one.asking.up.header + one.asking.down.header) / messages},
        Part{u"segments"_s, reportText(ReportPhrase::Id::Segments), one.segmentBytes / messages}};
}

double totalOf(const VariantResult &one)
{
    double total = 0;
    for (const Part &part : partsOf(one))
        total += part.bytes;
    return total;
}

} // namespace

QString cssClassOf(Variant variant)
{
    return QString::fromLatin1(variantName(variant));
}

QChar markOf(Variant variant)
{
    return markSign(traitsOf(variant).mark);
}

QString delayChart(const RunResult &result)
{
    double least = 1e9;
    double greatest = 1;
    for (const VariantResult &one : result.variants) {
        if (one.delays.isEmpty())
            continue;
        least = std::min(least, double(one.delays.min().count()) / 1e6);
        greatest = std::max(greatest, double(one.delays.max().count()) / 1e6);
    }
    const double from = powerBelow(std::min(least, greatest));
    SvgPlot plot(reportText(ReportPhrase::Id::DelayChart),
                 {reportText(ReportPhrase::Id::DelayAxis), from, std::max(greatest, from * 10), true,
                  [](double ms) { return delayText(ms); }},
                 {reportText(ReportPhrase::Id::ShareAxis), 0, 1, false,
                  [](double share) -> QString { return QString::number(qRound(share * 100)) + u" %"_s; }});
    for (const VariantResult &one : result.variants) {
        const QString css = cssClassOf(one.variant);
        plot.addLine(smoothPointsOf(one.expectedDelays), u"theory "_s + css);
        plot.addLine(pointsOf(one.delays.cdf()), css);
        for (const double share : {0.5, 0.95}) {
            const double ms = double(one.delays.quantile(share).count()) / 1e6;
            if (!one.delays.isEmpty())
                plot.addMark({ms, share}, markOf(one.variant), css,
                             u"%1, p%2: %3"_s.arg(variantTitle(one.variant)).arg(qRound(share * 100)).arg(delayText(ms)));
        }
    }
    return plot.svg();
}

QString bytesChart(const RunResult &result)
{
    double greatest = 1;
    for (const VariantResult &one : result.variants)
        greatest = std::max(greatest, totalOf(one));
    const double height = barHeight * double(result.variants.size()) + 8;
    QString svg = u"<svg viewBox=\"0 0 720 %1\" role=\"img\" aria-label=\"%2\">\n"_s.arg(height).arg(
        reportText(ReportPhrase::Id::BytesHeading).toHtmlEscaped());
    double y = 4;
    for (const VariantResult &one : result.variants) {
        svg += u"<text class=\"name\" x=\"%1\" y=\"%2\" text-anchor=\"end\">%3 %4</text>\n"_s.arg(barLeft - 8)
                   .arg(y + 18)
                   .arg(variantTitle(one.variant).toHtmlEscaped(), QString(markOf(one.variant)));
        double x = barLeft;
        for (const Part &part : partsOf(one)) {
            const double width = part.bytes / greatest * barWidth;
            svg += u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"24\"><title>%5: %6</title></rect>\n"_s
                       .arg(part.cssClass)
                       .arg(x, 0, 'f', 1)
                       .arg(y)
                       .arg(width, 0, 'f', 1)
                       .arg(part.name.toHtmlEscaped(), bytesText(part.bytes));
            x += width;
        }
        svg += u"<text class=\"step\" x=\"%1\" y=\"%2\">%3</text>\n"_s.arg(x + 6, 0, 'f', 1).arg(y + 17).arg(bytesText(totalOf(one)));
        y += barHeight;
    }
    return svg + u"</svg>\n"_s;
}

QString requestsChart(const RunResult &result)
{
    double greatest = 1;
    qsizetype seconds = 2;
    for (const VariantResult &one : result.variants) {
        seconds = std::max(seconds, one.timeline.size());
        for (const SecondCounts &second : one.timeline)
            greatest = std::max(greatest, double(second.requests));
    }
    SvgPlot plot(reportText(ReportPhrase::Id::RequestsChart),
                 {reportText(ReportPhrase::Id::SecondsAxis), 0, double(seconds), false, numberText},
                 {reportText(ReportPhrase::Id::RequestsHeading), 0, greatest * 1.05, false, numberText});
    for (const VariantResult &one : result.variants) {
        QList<QPointF> points;
        for (qsizetype i = 0; i < one.timeline.size(); ++i)
            points.append({double(i) + 0.5, double(one.timeline.at(i).requests)});
        plot.addLine(points, cssClassOf(one.variant) + u" styled"_s);
        for (const QPointF &point : std::as_const(points))
            plot.addMark(point, markOf(one.variant), cssClassOf(one.variant) + u" small"_s,
                         reportText(ReportPhrase::Id::RequestsOfOne).arg(variantTitle(one.variant), numberText(point.y())));
    }
    return plot.svg();
}

} // namespace pushlab::compare
