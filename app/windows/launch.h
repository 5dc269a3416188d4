// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"
#include "client/session/chatclient.h"
#include "server/host.h"

class QApplication;

//! The ways into the windows. Each shows its window, runs the application until the last one is closed, and
//! returns the exit code. applyLanguage() comes before.
namespace pushlab::app {

[[nodiscard]] int runStartWindow(QApplication &application);

//! 3, with a sentence on stderr, when the host cannot listen.
[[nodiscard]] int runHostWindow(QApplication &application, const server::HostOptions &options);

//! A host's window on this computer alone, with members that talk. 3 as above.
[[nodiscard]] int runDemoWindow(QApplication &application);

//! The comparison in a window of its own, which offers \a options.
[[nodiscard]] int runCompareWindow(QApplication &application, const compare::RunOptions &options);

[[nodiscard]] int runClientWindow(QApplication &application, const session::ClientOptions &options);

} // namespace pushlab::app
