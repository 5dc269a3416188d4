// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

//! Statistics of repeated measurements. Pure functions, for any thread; results are in the unit of the values.
namespace pushlab::theory {

struct Summary
{
    qint64 n = 0;
    double mean = 0; //!< 0 when n is 0
    double standardDeviation = 0; //!< of the sample, with n - 1; 0 below two values
};

//! The summary of finite values.
[[nodiscard]] Summary summarize(std::span<const double> values);

//! mean ± halfWidth contains the true mean with a probability of 95 %, or as requested.
struct ConfidenceInterval
{
    double mean = 0;
    double halfWidth = 0; //!< >= 0

    [[nodiscard]] bool contains(double value) const { return qAbs(value - mean) <= halfWidth; }
};

//! Student's t interval for independent, approximately normal repeats. Returns nullopt below two values. \a confidence within (0,
//! 1).
[[nodiscard]] std::optional<ConfidenceInterval> confidenceInterval(const Summary &summary, double confidence = 0.95);

//! The quantile \a p, within (0, 1), of Student's distribution with \a degrees of freedom, >= 1. Relative error 1e-9; more than
//! 1,000 degrees count as 1,000, which is at most 0.2 % too wide at 95 %.
[[nodiscard]] double studentQuantile(double p, int degrees);

} // namespace pushlab::theory
