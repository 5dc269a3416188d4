// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

namespace pushlab::wire {

//! What stands in place of each byte of a secret, so that lengths stay true.
inline constexpr char maskingFiller = '*';

//! \a record with its secrets replaced in its bytes: PIN, cookies, tokens, members' ids and the teacher's key, wherever a request,
//! an answer, an event or a frame has them. Under a frame's mask they are replaced before it. For all views and exports, unless the
//! teacher asks for them; memberKey is left for whoever sorts by it, and is to be shown nowhere.
[[nodiscard]] TrafficRecord maskSecrets(TrafficRecord record);

} // namespace pushlab::wire
