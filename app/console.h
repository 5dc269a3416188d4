// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

//! Output of the commands without windows: results go to stdout, everything else to stderr.
namespace pushlab::app {

//! Writes \a text to stdout and flushes, so that a reader of a pipe receives it at once. Returns false on failure and prints the
//! reason to stderr, unless the reader of the pipe has gone.
bool printText(QByteArrayView text);
//! As printText(), with \a line and a line end.
bool printLine(QByteArrayView line);

//! Writes `pushlab: sentence` to stderr.
void tell(QStringView sentence);
//! As tell(), for a sentence with words of others in it, see visibleText().
void tellVisibly(const QString &sentence);

//! Whether stderr may contain escape sequences: it is a terminal, and NO_COLOR is not set.
[[nodiscard]] bool mayColourErrors();
[[nodiscard]] bool isErrorsTerminal();

} // namespace pushlab::app
