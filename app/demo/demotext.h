// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientcounters.h"
#include "server/protocol/technique.h"

#include <QString>

namespace pushlab::app {

//! What a simulated member says about the \a technique that it uses, translated. \a turn is the number of messages sent before,
//! by which sentences are chosen in rotation; figures come from \a counters.
[[nodiscard]] QString demoText(protocol::Technique technique, int turn, const session::ClientCounters &counters);

} // namespace pushlab::app
