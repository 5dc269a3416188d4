// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace pushlab::app {

//! The thread of this process that was begun last under \a name, as the kernel numbers it; nothing when there is none.
[[nodiscard]] std::optional<int> newestThread(QByteArrayView name);

//! CPU time, in ms, that the thread of this process has used; nothing when there is no such thread.
[[nodiscard]] std::optional<double> cpuOfThread(int thread);

} // namespace pushlab::app
