// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QStringView>

//! What the commands without windows say: results on stdout, all else on stderr.
namespace pushlab::app {

//! Writes \a line and a line end to stdout, flushed, so that a reader behind a pipe has it at once. False when nobody
//! reads any more.
bool printLine(QByteArrayView line);

//! Writes `pushlab: sentence` to stderr.
void tell(QStringView sentence);

//! Whether escape sequences may go to stderr: it is a terminal and NO_COLOR is not set.
[[nodiscard]] bool mayColourErrors();
[[nodiscard]] bool isErrorsTerminal();

} // namespace pushlab::app
