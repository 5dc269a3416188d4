// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/requestschart.h"

#include "app/windows/compare/variantstyle.h"
#include "client/widgets/plotting.h"

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::VariantResult;

namespace {

class SecondsTicker final : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override
    {
        return RequestsChart::tr("%1 s").arg(locale.toString(tick));
    }
    double getTickStep(const QCPRange &range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    int getSubTickCount(double) override { return 0; }
};

} // namespace

RequestsChart::RequestsChart(QWidget *parent) : RunChart(parent)
{
    plot().xAxis->setTicker(QSharedPointer<SecondsTicker>::create());
    plot().yAxis->ticker()->setTickCount(4);
    plot().yAxis->setSubTicks(false);
    retranslate();
}

void RequestsChart::updatePlot()
{
    plot().clearGraphs();
    double greatest = 1;
    double length = 5;
    for (const ShownRun &run : runs()) {
        for (const VariantResult &one : run.result.variants) {
            QCPGraph *const graph = plot().addGraph();
            widgets::SeriesStyle style = styleOf(run, one.variant);
            style.line = variantLine(one.variant);
            style.markSize = one.timeline.size() <= 60 ? 5 : 0; // more marks would hide the line
            styleSeries(*graph, style);
            for (qsizetype i = 0; i < one.timeline.size(); ++i) {
                graph->addData(double(i) + 0.5, double(one.timeline.at(i).requests));
                greatest = std::max(greatest, double(one.timeline.at(i).requests));
            }
            length = std::max(length, double(one.timeline.size()));
        }
    }
    showLegend();
    plot().xAxis->setRange(0, length);
    plot().yAxis->setRange(-0.02 * greatest, greatest * 1.08);
}

void RequestsChart::retranslate()
{
    setTitle(tr("Requests per second"));
}

} // namespace pushlab::app
