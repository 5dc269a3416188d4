// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/comparison.h"

namespace pushlab::compare {

struct DelaySummary
{
    Variant variant = Variant::Polling;
    theory::DelaySample sample;
};

//! The one with the shortest mean delay against each of the others.
[[nodiscard]] QList<Finding> findingsOn(QList<DelaySummary> delays, double clockUncertainty);

//! The run in words. Calls one "faster" only where its findings allow it, and says why where they do not.
[[nodiscard]] QString verdictOn(const RunResult &result);

} // namespace pushlab::compare
