// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace pushlab::app {

//! Why no window can be shown, as a sentence; empty when one can.
[[nodiscard]] QString windowRefusal();

//! Runs a command in a window until it is closed or the program is interrupted, and returns the exit code. windowRefusal() must
//! be empty. To be called once, without an application object.
int runWindowed(int &argc, char **argv, const Command &command);

//! Writes a lesson's worksheet as PDF, or says why not, in \a language; returns the exit code. Needs no display. To be called once,
//! without an application object.
int runWorksheetPdf(int &argc, char **argv, const QString &language, const LessonCommand &command);

} // namespace pushlab::app
