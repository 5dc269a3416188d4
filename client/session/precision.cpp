// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/precision.h"

#include <algorithm>
#include <cmath>

namespace pushlab::session {

namespace {

constexpr int significant = 2; // digits that an uncertainty is written with
constexpr double slack = 1e-6; // for the rounding errors of decimal fractions

int decimalsFor(double uncertainty)
{
    return significant - 1 - int(std::floor(std::log10(uncertainty) + slack));
}

} // namespace

int decimalsKnown(double uncertainty, int most)
{
    if (!(uncertainty > 0))
        return most;
    const int decimals = std::min(most, decimalsFor(uncertainty));
    return std::min(decimals, decimalsFor(roundedUpTo(uncertainty, decimals))); // 9.96 becomes 10, which has one decimal less
}

bool isMoreThanOpen(double uncertainty, int decimals)
{
    return uncertainty > std::pow(10, -decimals) / 2;
}

double roundedTo(double value, int decimals)
{
    const double unit = std::pow(10, -decimals);
    return std::round(value / unit) * unit + 0.0;
}

double roundedUpTo(double value, int decimals)
{
    const double unit = std::pow(10, -decimals);
    return std::ceil(value / unit - slack) * unit;
}

} // namespace pushlab::session
