// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace pushlab::theory {

//! Seconds with a fraction: the time of theory, statistics and schedules. May be infinite where that is said.
using Seconds = std::chrono::duration<double>;

} // namespace pushlab::theory
