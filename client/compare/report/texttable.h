// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

namespace pushlab::compare {

enum class Colours : quint8 { None, Terminal };

//! The results for a terminal: an aligned table, then the options and the notes. UTF-8, lines end with LF.
[[nodiscard]] QString textReport(const RunResult &result, Colours colours);

} // namespace pushlab::compare
