// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/delaymodel.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace pushlab::theory {

Seconds DelayModel::standardDeviation() const
{
    // E[W^2] = q w^2 / 3 and E[W] = q w / 2 for a wait W within w that a share q has
    return m_window * std::sqrt(m_share * (1. / 3 - m_share / 4));
}

Seconds DelayModel::quantile(double p) const
{
    Q_ASSERT(p >= 0 && p <= 1);
    const double beyond = p - (1 - m_share);
    return beyond <= 0 ? m_transit : m_transit + std::min(1., beyond / m_share) * m_window;
}

double DelayModel::cdf(Seconds delay) const
{
    if (delay < m_transit)
        return 0;
    if (delay >= greatest())
        return 1;
    return 1 - m_share * (1 - (delay - m_transit) / m_window);
}

} // namespace pushlab::theory
