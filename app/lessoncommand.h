// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! `pushlab lesson check FILE`: prints what the lesson holds, or the line and the reason of the first fault. Returns the exit code.
[[nodiscard]] int checkLesson(const QString &file);

} // namespace pushlab::app
