// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

namespace pushlab::app {

//! The options of a demo's host: reachable from this computer only, on any free port, with a room whose name says what it is.
[[nodiscard]] server::HostOptions demoOptions();

} // namespace pushlab::app
