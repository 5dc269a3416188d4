// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/ratemeter.h"

namespace pushlab::app {

void RateMeter::add(double now, double count)
{
    const double window = double(m_window.count());
    // Replaces the newest sample until it is far enough from the one before.
    if (m_samples.size() >= 2 && m_samples.last().now - m_samples.at(m_samples.size() - 2).now < window / 50)
        m_samples.removeLast();
    m_samples.append({now, count});
    while (m_samples.size() > 2 && m_samples.at(1).now <= now - window)
        m_samples.removeFirst();
}

std::optional<double> RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return std::nullopt;
    const double length = m_samples.last().now - m_samples.first().now;
    if (length < 1000)
        return std::nullopt;
    return (m_samples.last().count - m_samples.first().count) * 1000 / length;
}

} // namespace pushlab::app
