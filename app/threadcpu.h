// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace pushlab::app {

//! CPU time in ms that this process's thread of that name has used; nothing where the system does not tell. Any thread.
[[nodiscard]] std::optional<double> cpuOfThread(QByteArrayView name);

} // namespace pushlab::app
