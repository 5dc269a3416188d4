// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/conditioner.h"

#include <QString>

//! Describes the slow network that a host pretends.
namespace pushlab::widgets {

//! "100 ms each way ± 20 ms 64 kbit/s"; parts that are 0 are left out.
[[nodiscard]] QString networkValues(const protocol::Conditioner &conditioner);

//! The description as a sentence; empty when there is no slow network.
[[nodiscard]] QString networkNotice(const protocol::Conditioner &conditioner);

} // namespace pushlab::widgets
