// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "server/protocol/worksheet.h"

#include <functional>

namespace pushlab::app {

//! `pushlab lesson check FILE`: prints what the lesson holds, or the line and the reason of the first fault. Returns the exit code.
[[nodiscard]] int checkLesson(const LessonCommand &command);

//! Makes the contents of a file of a worksheet, in Chinese or in English.
using WorksheetFormat = std::function<QByteArray(const protocol::Worksheet &sheet, bool isChinese)>;

//! `pushlab lesson worksheet FILE`: writes the worksheet of the lesson in that format and in the language of the program, or says
//! why not, as checkLesson() does. Returns the exit code.
[[nodiscard]] int writeWorksheet(const LessonCommand &command, const WorksheetFormat &format);

} // namespace pushlab::app
