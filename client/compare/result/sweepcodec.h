// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/sweep.h"

#include <QByteArray>

namespace pushlab::compare {

//! A sweep as a file: `{"schema":"pushlab-sweep","version":1,…}` with its runs as encodeResult() writes them.
[[nodiscard]] QByteArray encodeSweep(const SweepResult &sweep, const QList<RunResult> &runs);

} // namespace pushlab::compare
