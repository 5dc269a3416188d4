// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostsnapshot.h"

#include <array>
#include <optional>

namespace pushlab::app {

//! Indexed by Technique: the uncertainty of the delays that members report, ± ms; nullopt when no member reported one.
using ClockDoubts = std::array<std::optional<double>, protocol::allTechniques.size()>;

//! The greatest uncertainty among the members of each technique: no percentile of their delays is less certain.
[[nodiscard]] ClockDoubts clockDoubts(const QList<server::MemberSnapshot> &members);

} // namespace pushlab::app
