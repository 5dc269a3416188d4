// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/runresult.h"

namespace pushlab::compare {

//! What theory expects of a run before it is made: results with theory's figures only. What a run would measure, the sizes of
//! heads and of what surrounds a text, is what the virtual clients and the host write today; a host on this machine answers
//! at once.
[[nodiscard]] QList<ContestantResult> forecast(const RunOptions &options);

} // namespace pushlab::compare
