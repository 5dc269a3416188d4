// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

namespace pushlab::wire {

//! \a record with the names of members replaced in its bytes by as many fillers, as maskSecrets() does it with secrets: where the
//! queries and forms of tutorials and API have them, and in JSON. A name that a message mentions stays. TrafficRecord::member is left.
[[nodiscard]] TrafficRecord maskNames(TrafficRecord record);

} // namespace pushlab::wire
