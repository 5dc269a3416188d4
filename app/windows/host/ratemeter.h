// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <chrono>
#include <optional>

namespace pushlab::app {

//! The rate at which a counter grows, over a sliding window. A plain value.
class RateMeter final
{
public:
    explicit RateMeter(std::chrono::milliseconds window) : m_window(window) {}

    //! Adds the value \a count at \a now, in ms, which never decreases.
    void add(double now, double count);

    //! The rate per second over the window, or over the available time; nullopt before a second has passed.
    [[nodiscard]] std::optional<double> perSecond() const;

private:
    struct Sample
    {
        double now;
        double count;
    };
    std::chrono::milliseconds m_window;
    QList<Sample> m_samples; // at least a fiftieth of the window apart, and the newest
};

} // namespace pushlab::app
