// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"

namespace pushlab::tests {

//! A clock that tests set.
class FakeClock final : public base::Clock
{
public:
    [[nodiscard]] TimePoint steady() const override { return m_start + m_passed; }
    [[nodiscard]] double wall() const override { return 1'000'000 + std::chrono::duration<double, std::milli>(m_passed).count(); }

    void advance(std::chrono::milliseconds time) { m_passed += time; }

private:
    TimePoint m_start = TimePoint(std::chrono::hours(1));
    std::chrono::milliseconds m_passed{};
};

} // namespace pushlab::tests
