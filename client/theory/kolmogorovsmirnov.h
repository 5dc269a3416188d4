// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>
#include <span>

//! The Kolmogorov-Smirnov test of whether samples come from a distribution. Pure functions, for any thread.
namespace pushlab::theory {

struct KolmogorovSmirnov
{
    qint64 n = 0;
    double statistic = 0; //!< D, the greatest distance between the two cumulative distributions, 0..1
    double pValue = 1; //!< probability of this D or a greater one if the samples are independent and come from the distribution
};

//! The one-sample test of \a samples, in any order, against the continuous distribution \a cdf. The p-value is
//! Kolmogorov's limit with Stephens' correction for a finite n: good to about 0.01 from n = 5 on. Without samples D is
//! 0 and the p-value 1.
[[nodiscard]] KolmogorovSmirnov kolmogorovSmirnov(std::span<const double> samples, const std::function<double(double)> &cdf);

//! Kolmogorov's Q(x) = 2 (e^(-2x²) - e^(-8x²) + e^(-18x²) - …): the limit of P(sqrt(n) D > x); \a x >= 0.
[[nodiscard]] double kolmogorovTail(double x);

} // namespace pushlab::theory
