// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/conditioner.h"

#include <QString>

//! The slow network that a host pretends, in words.
namespace pushlab::widgets {

//! "100 ms each way ± 20 ms 64 kbit/s"; only what there is.
[[nodiscard]] QString networkValues(const protocol::Conditioner &conditioner);

//! The same as a notice; empty when there is no slow network.
[[nodiscard]] QString networkNotice(const protocol::Conditioner &conditioner);

} // namespace pushlab::widgets
