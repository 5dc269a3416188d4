// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

namespace pushlab::app {

//! Why the host of \a options did not start, in the application's language; \a error is the host's message, in English.
[[nodiscard]] QString hostFailureText(const server::HostOptions &options, server::HostFailure failure, const QString &error);

} // namespace pushlab::app
