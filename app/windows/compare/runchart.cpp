// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runchart.h"

#include "app/windows/compare/variantstyle.h"
#include "client/widgets/contrast.h"
#include "client/widgets/plotting.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Variant;

namespace {

constexpr double overlaidStrength = 0.5;

} // namespace

RunChart::RunChart(QWidget *parent) : Chart(parent)
{
    plot().setAttribute(Qt::WA_TransparentForMouseEvents); // the mouse wheel scrolls the surrounding area
}

void RunChart::setRuns(const QList<ShownRun> &runs)
{
    m_runs = runs;
    refresh();
}

QString RunChart::nameOf(const ShownRun &run, Variant variant) const
{
    return seriesName(variant, m_runs.size() > 1 ? run.name : QString());
}

QColor RunChart::colourOf(const ShownRun &run, Variant variant) const
{
    const QColor full = widgets::readableOn(ground(), variantColour(variant), 3);
    return run.isCurrent ? full : widgets::blended(full, ground(), overlaidStrength);
}

widgets::SeriesStyle RunChart::styleOf(const ShownRun &run, Variant variant) const
{
    return {colourOf(run, variant), variantMark(variant), Qt::SolidLine, run.isCurrent ? 2.0 : 1.5, 0};
}

void RunChart::showLegend()
{
    QList<LegendEntry> entries;
    for (const ShownRun &run : std::as_const(m_runs)) {
        for (const compare::VariantResult &one : run.result.variants)
            entries.append({QString(markSign(variantMark(one.variant))), colourOf(run, one.variant), nameOf(run, one.variant)});
    }
    setLegend(entries);
}

} // namespace pushlab::app
