// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/runchart.h"

namespace pushlab::app {

//! The share of messages with at most a given delay: as measured, and dashed as theory expects.
class DelayChart final : public RunChart
{
    Q_OBJECT

public:
    explicit DelayChart(QWidget *parent = nullptr);

protected:
    void updatePlot() override;
    void retranslate() override;

private:
    void addMeasured(const ShownRun &run, const compare::VariantResult &one);
    void addTheory(const ShownRun &run, const compare::VariantResult &one);
    void fitAxis();
};

} // namespace pushlab::app
