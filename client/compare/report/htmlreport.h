// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! The results as one HTML file that loads nothing: text, table, charts as inline SVG, and where they were measured. Light or
//! dark as the system is, and white in print.
[[nodiscard]] QByteArray htmlReport(const RunResult &result);

} // namespace pushlab::compare
