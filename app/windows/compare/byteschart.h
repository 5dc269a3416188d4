// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/runchart.h"

#include <array>

class QCPBars;

namespace pushlab::app {

//! The bytes of a delivered message: payload, headers, and what TCP/IP adds.
class BytesChart final : public RunChart
{
    Q_OBJECT

public:
    explicit BytesChart(QWidget *parent = nullptr);

protected:
    void updatePlot() override;
    void retranslate() override;

private:
    std::array<QCPBars *, 3> m_parts{}; // owned by the plot
};

} // namespace pushlab::app
