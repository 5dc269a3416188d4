// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::compare {

//! What theory expects of a run before it is made: results that contain theory's figures only. Sizes of messages come from the
//! contract's own encoder; sizes of heads are those that clients and host write today, which a test checks. A host on this
//! machine is assumed to answer at once.
[[nodiscard]] QList<VariantResult> forecast(const RunOptions &options);

} // namespace pushlab::compare
