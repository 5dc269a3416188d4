// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace pushlab::app {

//! How long a pipe or a device may keep its writer waiting.
enum class Patience : quint8 {
    Endless, //!< as every program of the command line waits for its reader
    Short //!< two seconds in all: a window must not freeze
};

//! Writes a result where the user named a place for it: a plain file is replaced as a whole, so that a failure leaves the
//! former one; a pipe, a device or a descriptor of this process (/dev/stdout, /dev/fd/63) is written into. Blocks. Empty, or
//! what went wrong in words.
[[nodiscard]] QString writeOutput(const QString &path, const QByteArray &contents, Patience patience);

} // namespace pushlab::app
