// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/coarseclock.h"

#include <chrono>

namespace pushlab::base {

//! The clock that a host goes by. It is passed to constructors, so that tests can set the time.
class Clock
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    virtual ~Clock() = default;

    //! Never runs backwards; what deadlines are compared with. Any thread.
    [[nodiscard]] virtual TimePoint steady() const = 0;
    //! As steady(), but cheaper and up to some ms behind: to note when a member was last seen. Any thread.
    [[nodiscard]] virtual TimePoint rough() const { return steady(); }
    //! The host's time in ms since 1970, with a fraction; never runs backwards. Any thread.
    [[nodiscard]] virtual double wall() const = 0;
};

//! The system's clock, read once and then advanced by a steady clock: setting the clock meanwhile does not change any delay.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint steady() const override { return std::chrono::steady_clock::now(); }
    [[nodiscard]] TimePoint rough() const override { return base::coarseNow(); }
    [[nodiscard]] double wall() const override
    {
        return m_wallStart + std::chrono::duration<double, std::milli>(steady() - m_steadyStart).count();
    }

private:
    TimePoint m_steadyStart = std::chrono::steady_clock::now();
    double m_wallStart = std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
};

} // namespace pushlab::base
