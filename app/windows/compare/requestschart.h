// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/runchart.h"

namespace pushlab::app {

//! Requests in each second of a measurement.
class RequestsChart final : public RunChart
{
    Q_OBJECT

public:
    explicit RequestsChart(QWidget *parent = nullptr);

protected:
    void updatePlot() override;
    void retranslate() override;
};

} // namespace pushlab::app
