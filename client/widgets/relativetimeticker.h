// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/widgets/plotting.h"

namespace pushlab::widgets {

//! Labels of a moving time axis, relative to its end: "−30 s". Owned by its axis.
class RelativeTimeTicker final : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;

private:
    double m_end = 0;
};

} // namespace pushlab::widgets
