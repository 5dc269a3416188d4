// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/roomfileoptions.h"

namespace pushlab::app {

// Both print errors to stderr and return one of ExitCode. They need a QCoreApplication and block.
[[nodiscard]] int runExport(const ExportCommand &command);
[[nodiscard]] int runImport(const ImportCommand &command);

} // namespace pushlab::app
