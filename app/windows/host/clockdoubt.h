// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostsnapshot.h"

#include <array>
#include <optional>

namespace pushlab::app {

//! By Technique: by how much the delays that its members report may be wrong, ± ms; nothing where nobody said.
using ClockDoubts = std::array<std::optional<double>, protocol::allTechniques.size()>;

//! Those of the least well known of the members' clocks: no percentile of all their delays is off by more.
[[nodiscard]] ClockDoubts clockDoubts(const QList<server::MemberSnapshot> &members);

} // namespace pushlab::app
