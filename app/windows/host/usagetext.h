// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QString>

namespace pushlab::app {

//! Lines that tell of what bytes \a usage consists but for the history, both directions together, each divided by \a divisor: payload, HTTP or
//! frame, handshake, and the estimate of TCP and IP where there is one.
[[nodiscard]] QString bytesByPart(const server::Usage &usage, double divisor = 1);

//! What of \a usage went for messages that are not counted as delivered.
[[nodiscard]] QString historyOf(const server::Usage &usage);

//! Lines that tell what \a member cost by each technique that it has used; empty when by none yet.
[[nodiscard]] QString memberUsage(const server::MemberSnapshot &member);

} // namespace pushlab::app
