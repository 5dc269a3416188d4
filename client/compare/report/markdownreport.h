// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! The results as Markdown, UTF-8: a table with one column per variant, with theory and difference in brackets.
[[nodiscard]] QByteArray markdownReport(const RunResult &result);

} // namespace pushlab::compare
