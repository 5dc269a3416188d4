// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

//! The text of --help. Works without an application object, but is translated only with one.
namespace pushlab::app {

//! The help on a command: how it is typed (\a form, with %1 in place of options), what it does, and its options.
[[nodiscard]] QString commandHelp(const QString &form, const QString &about, const QList<QCommandLineOption> &options);

//! How durations are written; follows commandHelp().
[[nodiscard]] QString timesHint();

//! The text of `pushlab --help`: the commands, the \a options common to all of them, and the exit codes.
[[nodiscard]] QString generalHelp(const QList<QCommandLineOption> &options);

} // namespace pushlab::app
