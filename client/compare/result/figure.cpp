// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/runresult.h"

#include <cmath>

namespace pushlab::compare {

std::optional<double> Figure::residual() const
{
    if (!isComparable || !theory || *theory == 0 || !std::isfinite(*theory))
        return std::nullopt;
    return (value / *theory - 1) * 100;
}

} // namespace pushlab::compare
