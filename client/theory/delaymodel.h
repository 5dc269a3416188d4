// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/seconds.h"

namespace pushlab::theory {

//! A distribution of delays. With every technique a message takes one transit; a share of the messages also waits at the host,
//! uniformly within a window: with polling all messages, within T; with long polling those that meet no open request, within R;
//! with WebSocket none. A plain value.
class DelayModel final
{
public:
    //! A share \a share of the messages, 0..1, waits up to \a window, finite and >= 0.
    constexpr DelayModel(Seconds transit, Seconds window, double share) : m_transit(transit), m_window(window), m_share(share) {}

    [[nodiscard]] Seconds mean() const { return m_transit + m_share * m_window / 2; }
    [[nodiscard]] Seconds least() const { return m_transit; }
    [[nodiscard]] Seconds greatest() const { return m_transit + m_window; }
    //! Whether every message waits, so that no single delay has a positive probability.
    [[nodiscard]] bool isContinuous() const { return m_share >= 1 && m_window > Seconds::zero(); }
    [[nodiscard]] Seconds standardDeviation() const;
    //! The delay that a share \a p of the messages, 0..1, does not exceed.
    [[nodiscard]] Seconds quantile(double p) const;
    //! The share of messages, 0..1, with a delay of at most \a delay.
    [[nodiscard]] double cdf(Seconds delay) const;

private:
    Seconds m_transit;
    Seconds m_window;
    double m_share;
};

} // namespace pushlab::theory
