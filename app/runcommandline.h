// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"

#include <QString>

namespace pushlab::app {

//! The command line of the run with \a options: "pushlab compare --techniques …".
[[nodiscard]] QString commandLineOf(const compare::RunOptions &options);

} // namespace pushlab::app
