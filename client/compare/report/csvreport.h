// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! A row per variant for spreadsheets: UTF-8 with BOM, CR LF, numbers with a point; texts that a spreadsheet would take for a
//! formula carry an apostrophe.
[[nodiscard]] QByteArray csvReport(const RunResult &result);

//! One field of such a file, guarded and quoted.
[[nodiscard]] QByteArray csvField(const QString &text);

} // namespace pushlab::compare
