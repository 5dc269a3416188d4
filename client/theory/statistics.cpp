// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pushlab::theory {

namespace {

constexpr int maxDegrees = 1000;

//! P(-t <= T <= t) for whole degrees of freedom: Abramowitz and Stegun 26.7.3 and 26.7.4.
double studentWithin(double t, int degrees)
{
    const double angle = std::atan(t / std::sqrt(double(degrees)));
    const double cosine = std::cos(angle);
    const bool isOdd = degrees % 2 == 1;
    double term = isOdd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int i = isOdd ? 3 : 2; i < degrees - 1; i += 2) {
        term *= cosine * cosine * (i - 1) / i;
        sum += term;
    }
    const double scaled = std::sin(angle) * sum;
    return isOdd ? 2 / std::numbers::pi * (angle + scaled) : scaled;
}

} // namespace

Summary summarize(std::span<const double> values)
{
    Summary summary;
    double squares = 0; // by Welford's algorithm, which avoids differences of large numbers
    for (const double value : values) {
        const double difference = value - summary.mean;
        summary.mean += difference / double(++summary.n);
        squares += difference * (value - summary.mean);
    }
    if (summary.n > 1)
        summary.standardDeviation = std::sqrt(squares / double(summary.n - 1));
    return summary;
}

std::optional<ConfidenceInterval> confidenceInterval(const Summary &summary, double confidence)
{
    Q_ASSERT(confidence > 0 && confidence < 1);
    if (summary.n < 2)
        return std::nullopt;
    const int degrees = int(std::min<qint64>(summary.n - 1, maxDegrees));
    const double error = summary.standardDeviation / std::sqrt(double(summary.n));
    return ConfidenceInterval{summary.mean, studentQuantile((1 + confidence) / 2, degrees) * error};
}

double studentQuantile(double p, int degrees)
{
    Q_ASSERT(p > 0 && p < 1 && degrees >= 1);
    if (p < 0.5)
        return -studentQuantile(1 - p, degrees);
    const int freedom = std::min(degrees, maxDegrees);
    const double within = 2 * p - 1;
    double below = 0;
    double above = 1;
    while (studentWithin(above, freedom) < within && above < 1e15)
        above *= 2;
    while (above - below > 1e-12 * above) {
        const double middle = (below + above) / 2;
        (studentWithin(middle, freedom) < within ? below : above) = middle;
    }
    return (below + above) / 2;
}

} // namespace pushlab::theory
