// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QString>

namespace pushlab::app {

//! Lines about the bytes of \a usage without history, both directions together, divided by \a divisor: payload, HTTP or frames,
//! handshake, and the estimate of TCP and IP if there is one.
[[nodiscard]] QString bytesByPart(const server::Usage &usage, double divisor = 1);

//! A line about the history in \a usage: messages that do not count as delivered.
[[nodiscard]] QString historyOf(const server::Usage &usage);

//! Lines about what \a member cost by each technique that it has used; empty when it has used none.
[[nodiscard]] QString memberUsage(const server::MemberSnapshot &member);

} // namespace pushlab::app
