// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

namespace pushlab::app {

//! Why a database cannot be used, in the user's language.
[[nodiscard]] QString storageFaultText(const server::Fault &fault);

} // namespace pushlab::app
