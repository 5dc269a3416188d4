// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! Whether \a result has exchanges that a HAR file could show.
[[nodiscard]] bool isRecorded(const RunResult &result);

//! What one client of each variant exchanged at the beginning, as HAR 1.2, with the frames of WebSockets in
//! `_webSocketMessages` as browsers write them. Holds real bytes and times only.
[[nodiscard]] QByteArray harReport(const RunResult &result);

} // namespace pushlab::compare
