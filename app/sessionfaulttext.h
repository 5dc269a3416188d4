// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/session.h"

#include <QString>

namespace pushlab::app {

//! Why the recorded class in \a file is not opened, in the user's language.
[[nodiscard]] QString sessionFaultText(const wire::SessionFault &fault, const QString &file);

//! Where a file ends that does not end as it was finished, in the user's language; empty for one that does. \a began is its first
//! moment, µs since 1970.
[[nodiscard]] QString sessionEndingText(const wire::SessionEnding &ending, qint64 began);

} // namespace pushlab::app
