// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/delaychart.h"

#include "client/widgets/figures.h"
#include "client/widgets/plotting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::VariantResult;

namespace {

constexpr double leastDelay = 0.01; // ms: where the axis begins at the earliest

double milliseconds(std::chrono::nanoseconds time)
{
    return std::max(double(time.count()) / 1e6, leastDelay);
}

//! Labels powers of ten as delays.
class DelayTicker final : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const double power = std::log10(tick);
        if (std::abs(power - std::round(power)) > 0.01)
            return {};
        if (tick >= 1000)
            return QCoreApplication::translate("Figures", "%1 s").arg(QLocale().toString(tick / 1000));
        return QCoreApplication::translate("Figures", "%1 ms").arg(QLocale().toString(tick, 'g', 3));
    }
};

class ShareTicker final : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override
    {
        return locale.toString(qRound(tick * 100)) + u" %"_s;
    }
    double getTickStep(const QCPRange &) override { return 0.25; }
    int getSubTickCount(double) override { return 0; }
};

} // namespace

DelayChart::DelayChart(QWidget *parent) : RunChart(parent)
{
    plot().xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().xAxis->setTicker(QSharedPointer<DelayTicker>::create());
    plot().yAxis->setTicker(QSharedPointer<ShareTicker>::create());
    plot().yAxis->setRange(0, 1.03);
    retranslate();
}

void DelayChart::addMeasured(const ShownRun &run, const VariantResult &one)
{
    if (one.delays.isEmpty())
        return;
    QCPGraph *const line = plot().addGraph();
    styleSeries(*line, styleOf(run, one.variant));
    line->setLineStyle(QCPGraph::lsStepLeft);
    for (const protocol::CdfPoint &point : one.delays.cdf())
        line->addData(milliseconds(point.delay), point.share);
    QCPGraph *const marks = plot().addGraph();
    widgets::SeriesStyle style = styleOf(run, one.variant);
    style.line = Qt::NoPen;
    style.markSize = 8;
    styleSeries(*marks, style);
    for (const double share : {0.25, 0.5, 0.75, 0.95})
        marks->addData(milliseconds(one.delays.quantile(share)), share);
}

void DelayChart::addTheory(const ShownRun &run, const VariantResult &one)
{
    if (!run.isCurrent || one.expectedDelays.isEmpty())
        return;
    QCPGraph *const line = plot().addGraph();
    widgets::SeriesStyle style = styleOf(run, one.variant);
    style.line = Qt::DashLine;
    style.width = 1.5;
    styleSeries(*line, style);
    line->addData(milliseconds(one.expectedDelays.first().delay), 0);
    for (const protocol::CdfPoint &point : one.expectedDelays)
        line->addData(milliseconds(point.delay), point.share);
}

void DelayChart::fitAxis()
{
    double least = 1e9;
    double greatest = 0;
    for (int i = 0; i < plot().graphCount(); ++i) {
        bool isFound = false;
        const QCPRange range = plot().graph(i)->getKeyRange(isFound, QCP::sdPositive);
        if (isFound) {
            least = std::min(least, range.lower);
            greatest = std::max(greatest, range.upper);
        }
    }
    if (greatest <= 0)
        least = 1, greatest = 1000;
    const double from = std::pow(10, std::floor(std::log10(std::max(least, leastDelay))));
    plot().xAxis->setRange(from * 0.8, std::max(greatest * 1.2, from * 10));
}

void DelayChart::updatePlot()
{
    plot().clearGraphs();
    for (const ShownRun &run : runs()) {
        for (const VariantResult &one : run.result.variants) {
            addTheory(run, one);
            addMeasured(run, one);
        }
    }
    fitAxis();
    showLegend();
}

void DelayChart::retranslate()
{
    setTitle(tr("Messages received within a delay"));
    setRemark({tr("– –  theory")});
}

} // namespace pushlab::app
