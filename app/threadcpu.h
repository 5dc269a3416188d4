// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace pushlab::app {

//! The kernel's id of the most recently started thread of this process with that \a name; nullopt when there is none.
[[nodiscard]] std::optional<int> newestThread(QByteArrayView name);

//! CPU time, in ms, that \a thread of this process has used; nullopt when there is no such thread.
[[nodiscard]] std::optional<double> cpuOfThread(int thread);

} // namespace pushlab::app
