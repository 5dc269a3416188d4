// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QStringView>

//! What the commands without windows say: results on stdout, all else on stderr.
namespace pushlab::app {

//! Writes \a text to stdout, flushed, so that a reader behind a pipe has it at once. False when it cannot be written, with the
//! reason on stderr; a reader who has gone away is no fault and gets no word.
bool printText(QByteArrayView text);
//! The same with \a line and a line end.
bool printLine(QByteArrayView line);

//! Writes `pushlab: sentence` to stderr.
void tell(QStringView sentence);

//! Whether escape sequences may go to stderr: it is a terminal and NO_COLOR is not set.
[[nodiscard]] bool mayColourErrors();
[[nodiscard]] bool isErrorsTerminal();

} // namespace pushlab::app
