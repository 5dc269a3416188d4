// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace pushlab::app {

//! How long a writer waits for a pipe or device.
enum class Patience : quint8 {
    Endless, //!< for ever, as usual for programs of the command line
    Short //!< two seconds in all, because a window must not freeze
};

//! Writes a result to \a path. A plain file is replaced as a whole, so that a failure keeps the former one; a pipe, a device or a
//! descriptor of this process (/dev/stdout, /dev/fd/63) is written to. Blocks. Returns an error message; empty on success.
[[nodiscard]] QString writeOutput(const QString &path, const QByteArray &contents, Patience patience);

} // namespace pushlab::app
