// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/expectation.h"

#include <chrono>

namespace pushlab::app {

inline constexpr std::chrono::duration<double> localTransit{0.00015}; //!< one way on this machine

//! protocol::Theory by the models of client/theory. The network beside the one that the host pretends counts as one on this
//! machine. A pure function, for any thread.
[[nodiscard]] protocol::Expectation expectationOf(protocol::Technique technique, double rate,
                                                  const protocol::ClassSettings &settings);

} // namespace pushlab::app
