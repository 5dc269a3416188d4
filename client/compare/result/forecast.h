// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::compare {

//! What theory expects of a run before it is made: results with theory's figures only. What a run would measure of sizes
//! comes from the contract's own encoder, but for the heads: they are as the virtual clients and the host write them today,
//! which a test watches. A host on this machine answers at once.
[[nodiscard]] QList<VariantResult> forecast(const RunOptions &options);

} // namespace pushlab::compare
