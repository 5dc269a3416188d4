// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::app {

//! A run in the table and in the charts.
struct ShownRun
{
    QString name; //!< empty: the only one
    compare::RunResult result;
    bool isCurrent = true; //!< else laid over the current one
};

} // namespace pushlab::app
