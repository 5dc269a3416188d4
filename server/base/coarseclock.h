// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

#ifdef __linux__
#include <ctime>
#endif

namespace pushlab::base {

//! The steady clock as of the system's last tick, up to 10 ms ago, at a fifth of the cost of steady_clock::now(): for times that
//! every request notes and that are rarely read. Any thread.
[[nodiscard]] inline std::chrono::steady_clock::time_point coarseNow()
{
#ifdef __linux__
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC_COARSE, &time); // counts from the same moment as steady_clock
    return std::chrono::steady_clock::time_point(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
#else
    return std::chrono::steady_clock::now();
#endif
}

} // namespace pushlab::base
