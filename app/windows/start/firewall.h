// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! The line that opens \a port on this system's usual firewall; empty where there is none to type.
[[nodiscard]] QString firewallCommand(quint16 port);

} // namespace pushlab::app
