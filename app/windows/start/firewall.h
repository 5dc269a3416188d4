// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! The command that opens \a port in this system's usual firewall; empty when there is no such command.
[[nodiscard]] QString firewallCommand(quint16 port);

} // namespace pushlab::app
