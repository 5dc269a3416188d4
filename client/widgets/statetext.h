// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientstate.h"
#include "client/session/selftest.h"

#include <QString>

namespace pushlab::widgets {

//! What a client is doing now, with the elapsed or remaining time: "Waiting: request open 12.3 s".
[[nodiscard]] QString stateText(const session::ClientState &state);

//! The text for a lost or refused connection: "Connection lost. Retrying in 4 s". Empty otherwise.
[[nodiscard]] QString retryText(const session::ClientState &state);

//! Why the host refuses: translated when \a code is known, otherwise \a reason.
[[nodiscard]] QString refusalText(const QString &code, const QString &reason);

//! What keeps techniques back, and what is used instead of them; empty when all get through.
[[nodiscard]] QString obstaclesText(const session::Obstacles &obstacles, protocol::Technique used);

//! Whether another PIN would help against a refusal with that \a code.
[[nodiscard]] bool asksForPin(const QString &code);

} // namespace pushlab::widgets
