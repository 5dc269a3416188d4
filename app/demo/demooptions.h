// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

namespace pushlab::app {

//! The host of a demo: reached from this computer alone, at a port of its own, with a room that says what it is.
[[nodiscard]] server::HostOptions demoOptions();

} // namespace pushlab::app
