// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientstate.h"

#include <QString>

namespace pushlab::widgets {

//! A client's state in words that count along, as of now: "Waiting: request open 12.3 s".
[[nodiscard]] QString stateWords(const session::ClientState &state);

//! What a lost connection is told by: "Connection lost. Retrying in 4 s". Empty unless it is lost.
[[nodiscard]] QString retryWords(const session::ClientState &state);

} // namespace pushlab::widgets
