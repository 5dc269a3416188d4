// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"
#include "client/session/chatclient.h"
#include "server/host.h"

class QApplication;

//! Show a window, run the application until the last window is closed, and return the exit code. applyLanguage() has to be called
//! before.
namespace pushlab::app {

[[nodiscard]] int runStartWindow(QApplication &application);

//! Returns 3, with a sentence on stderr, when the host cannot listen.
[[nodiscard]] int runHostWindow(QApplication &application, const server::HostOptions &options);

//! Shows a host's window with simulated members, on this computer only. Returns 3 as above.
[[nodiscard]] int runDemoWindow(QApplication &application);

//! Shows the comparison in a window of its own, which begins with \a options.
[[nodiscard]] int runCompareWindow(QApplication &application, const compare::RunOptions &options);

[[nodiscard]] int runClientWindow(QApplication &application, const session::ClientOptions &options);

} // namespace pushlab::app
