// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostsnapshot.h"
#include "server/protocol/wire/session.h"

#include <QList>

namespace pushlab::app {

//! What a snapshot says for a recorded session: its members and what was counted.
[[nodiscard]] QList<wire::SessionNote> sessionNotes(const server::HostSnapshot &snapshot);

[[nodiscard]] wire::SessionNote sessionNote(const protocol::ClassSettings &settings);
[[nodiscard]] wire::SessionNote sessionNote(const server::ClassMark &mark);

} // namespace pushlab::app
