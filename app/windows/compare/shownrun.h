// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::app {

//! A run that is shown in the table and the charts.
struct ShownRun
{
    QString name; //!< empty: it is the only one
    compare::RunResult result;
    bool isCurrent = true; //!< otherwise shown for comparison with the current one
};

} // namespace pushlab::app
