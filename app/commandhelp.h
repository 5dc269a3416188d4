// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

//! What --help shows. Needs no application object, but is translated only where there is one.
namespace pushlab::app {

//! How a command is typed (\a form, with %1 where options may stand), what it does, and its options.
[[nodiscard]] QString commandHelp(const QString &form, const QString &about, const QList<QCommandLineOption> &options);

//! How times are written; to stand behind commandHelp().
[[nodiscard]] QString timesHint();

//! What `pushlab --help` shows: the commands, the \a options that all of them have, and the exit codes.
[[nodiscard]] QString generalHelp(const QList<QCommandLineOption> &options);

} // namespace pushlab::app
