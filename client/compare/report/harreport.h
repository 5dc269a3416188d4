// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

namespace pushlab::compare {

//! Whether \a result contains recorded exchanges for a HAR file.
[[nodiscard]] bool isRecorded(const RunResult &result);

//! The first exchanges of one client of each variant, as HAR 1.2, with WebSocket frames in `_webSocketMessages` as browsers write
//! them. Contains only bytes and times that were measured.
[[nodiscard]] QByteArray harReport(const RunResult &result);

} // namespace pushlab::compare
