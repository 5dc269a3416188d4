// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/shownrun.h"
#include "client/widgets/chart.h"
#include "client/widgets/chartmark.h"

#include <QList>

namespace pushlab::app {

//! A chart of the runs that are shown.
class RunChart : public widgets::Chart
{
    Q_OBJECT

public:
    explicit RunChart(QWidget *parent = nullptr);

    void setRuns(const QList<ShownRun> &runs);

protected:
    [[nodiscard]] const QList<ShownRun> &runs() const { return m_runs; }

    //! "Long polling", or "Long polling · Run 2" when there are several runs.
    [[nodiscard]] QString nameOf(const ShownRun &run, compare::Variant variant) const;
    //! Runs that are laid over are paler.
    [[nodiscard]] QColor colourOf(const ShownRun &run, compare::Variant variant) const;
    [[nodiscard]] widgets::SeriesStyle styleOf(const ShownRun &run, compare::Variant variant) const;
    //! An entry for each technique of each run.
    void showLegend();

private:
    QList<ShownRun> m_runs;
};

} // namespace pushlab::app
