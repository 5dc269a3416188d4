// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientstate.h"
#include "client/session/selftest.h"

#include <QString>

namespace pushlab::widgets {

//! A client's state in words that count along, as of now: "Waiting: request open 12.3 s".
[[nodiscard]] QString stateText(const session::ClientState &state);

//! What is told of a connection that is lost or refused: "Connection lost. Retrying in 4 s". Empty while all is well.
[[nodiscard]] QString retryText(const session::ClientState &state);

//! Why the host refuses, in the user's language where \a code is known, else as the host says it.
[[nodiscard]] QString refusalText(const QString &code, const QString &reason);

//! What keeps techniques back, and what is used instead of them; empty when all get through.
[[nodiscard]] QString obstaclesText(const session::Obstacles &obstacles, protocol::Technique used);

//! Whether another PIN would help against a refusal with that \a code.
[[nodiscard]] bool asksForPin(const QString &code);

} // namespace pushlab::widgets
