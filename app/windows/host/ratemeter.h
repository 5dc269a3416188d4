// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! How fast a counter grows, over a sliding window. A plain value.
class RateMeter final
{
public:
    explicit RateMeter(std::chrono::milliseconds window) : m_window(window) {}

    //! \a now in ms, never falling; \a count as it stands then.
    void add(double now, double count);

    //! Per second, over the window or what there is of it; nothing before a second has passed.
    [[nodiscard]] std::optional<double> perSecond() const;

private:
    struct Sample
    {
        double now;
        double count;
    };
    std::chrono::milliseconds m_window;
    QList<Sample> m_samples; // a fiftieth of the window apart at least, and the newest
};

} // namespace pushlab::app
