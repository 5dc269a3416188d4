// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::compare {

//! One figure of one variant, written for people. Empty where there is none.
struct FigureCell
{
    QString measured;
    QString theory;
    QString residual;
};

struct FigureRow
{
    QString label;
    QList<FigureCell> cells; //!< one per variant
};

//! The table of results, as the reports and the command show it.
[[nodiscard]] QList<FigureRow> figureRows(const RunResult &result);

//! What was asked for, in a line.
[[nodiscard]] QString optionsSentence(const RunOptions &options);

} // namespace pushlab::compare
