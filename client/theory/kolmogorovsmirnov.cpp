// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/kolmogorovsmirnov.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace pushlab::theory {

double kolmogorovTail(double x)
{
    if (x < 0.2)
        return 1; // 1 - Q is below 1e-12 there
    if (x < 1.18) {
        // The same sum after Jacobi's transformation, which converges fast for small x.
        constexpr double pi = std::numbers::pi;
        const double base = std::exp(-pi * pi / (8 * x * x));
        const double within = base + std::pow(base, 9) + std::pow(base, 25) + std::pow(base, 49);
        return 1 - std::sqrt(2 * pi) / x * within;
    }
    const double base = std::exp(-2 * x * x);
    return 2 * (base - std::pow(base, 4) + std::pow(base, 9) - std::pow(base, 16));
}

KolmogorovSmirnov kolmogorovSmirnov(std::span<const double> samples, const std::function<double(double)> &cdf)
{
    if (samples.empty())
        return {};
    std::vector<double> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end());
    const auto n = double(sorted.size());
    double distance = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        const double expected = cdf(sorted[i]);
        distance = std::max({distance, double(i + 1) / n - expected, expected - double(i) / n});
    }
    const double root = std::sqrt(n);
    return {qint64(sorted.size()), distance, kolmogorovTail((root + 0.12 + 0.11 / root) * distance)};
}

} // namespace pushlab::theory
