// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/shownrun.h"
#include "client/widgets/chart.h"
#include "client/widgets/chartmark.h"

#include <QList>

namespace pushlab::app {

//! A chart of the shown runs.
class RunChart : public widgets::Chart
{
    Q_OBJECT

public:
    explicit RunChart(QWidget *parent = nullptr);

    void setRuns(const QList<ShownRun> &runs);

protected:
    [[nodiscard]] const QList<ShownRun> &runs() const { return m_runs; }

    //! The name of a series: "Long polling", or "Long polling · Run 2" when there are several runs.
    [[nodiscard]] QString nameOf(const ShownRun &run, compare::Variant variant) const;
    //! The colour of a series; runs shown for comparison are paler.
    [[nodiscard]] QColor colourOf(const ShownRun &run, compare::Variant variant) const;
    [[nodiscard]] widgets::SeriesStyle styleOf(const ShownRun &run, compare::Variant variant) const;
    //! Shows a legend with an entry for each variant of each run.
    void showLegend();

private:
    QList<ShownRun> m_runs;
};

} // namespace pushlab::app
