// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::compare {

//! The CSS class of a variant, and its mark.
[[nodiscard]] QString cssClassOf(Variant variant);
[[nodiscard]] QChar markOf(Variant variant);

// Charts of a report as inline SVG.
[[nodiscard]] QString delayChart(const RunResult &result); //!< distribution of delay, theory dashed
[[nodiscard]] QString bytesChart(const RunResult &result); //!< bytes of a message, stacked
[[nodiscard]] QString requestsChart(const RunResult &result); //!< requests a second over time

} // namespace pushlab::compare
