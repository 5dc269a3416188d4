// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace pushlab::theory {

//! Seconds with a fraction: the unit of theory, statistics and schedules. May be infinite where stated.
using Seconds = std::chrono::duration<double>;

} // namespace pushlab::theory
