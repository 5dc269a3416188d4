// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/lesson.h"
#include "server/protocol/worksheet.h"

namespace pushlab::app {

//! The worksheet of a lesson before it is played: its questions as it will ask them, and the techniques that it is about. A pure
//! function.
[[nodiscard]] protocol::Worksheet worksheetOf(const Lesson &lesson);

} // namespace pushlab::app
