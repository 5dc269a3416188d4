// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! The results as one HTML file that needs no other and no network: words, table, charts as inline SVG, and where it was
//! measured. Light or dark with the system, prints on white.
[[nodiscard]] QByteArray htmlReport(const RunResult &result);

} // namespace pushlab::compare
