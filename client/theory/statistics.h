// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

//! What repeated measurements say. Pure functions, for any thread; values may be in any unit, results are in the same.
namespace pushlab::theory {

struct Summary
{
    qint64 n = 0;
    double mean = 0; //!< 0 when n is 0
    double standardDeviation = 0; //!< of the sample, with n - 1; 0 below two values
};

//! Of finite values.
[[nodiscard]] Summary summarize(std::span<const double> values);

//! mean ± halfWidth holds the true mean in 95 % of all cases, or what was asked for.
struct ConfidenceInterval
{
    double mean = 0;
    double halfWidth = 0; //!< >= 0

    [[nodiscard]] bool contains(double value) const { return qAbs(value - mean) <= halfWidth; }
};

//! By Student's t over repeats that are independent and about normal. Nothing below two values: one run says nothing
//! about the next. \a confidence within (0, 1).
[[nodiscard]] std::optional<ConfidenceInterval> confidenceInterval(const Summary &summary, double confidence = 0.95);

//! The t that Student's distribution with \a degrees of freedom, >= 1, does not exceed with probability \a p within
//! (0, 1). To 1e-9 of itself; more than 1,000 degrees count as 1,000, which is at most 0.2 % too wide at 95 %.
[[nodiscard]] double studentQuantile(double p, int degrees);

} // namespace pushlab::theory
