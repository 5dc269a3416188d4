// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientcounters.h"
#include "server/protocol/technique.h"

#include <QString>

namespace pushlab::app {

//! What a member of the demo says about the \a technique that it uses, in the user's language. The \a turn counts what
//! it has said so far and goes through the sentences over and over; figures are of \a counters.
[[nodiscard]] QString demoText(protocol::Technique technique, int turn, const session::ClientCounters &counters);

} // namespace pushlab::app
