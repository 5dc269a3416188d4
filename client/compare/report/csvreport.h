// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! One row per variant, for spreadsheets: UTF-8 with BOM, CR LF, decimal points. Texts that a spreadsheet would run as a formula
//! begin with an apostrophe.
[[nodiscard]] QByteArray csvReport(const RunResult &result);

} // namespace pushlab::compare
