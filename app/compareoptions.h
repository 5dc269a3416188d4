// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"
#include "client/compare/result/sweep.h"
#include "client/compare/result/threshold.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace pushlab::app {

//! `pushlab compare`
struct CompareCommand
{
    bool isWindowed = false; //!< show a window that begins with these options
    QString language; //!< of the window
    compare::RunOptions options;
    std::optional<compare::Sweep> sweep;
    QList<compare::Threshold> thresholds;
    QString jsonFile; //!< empty: none, as are the next ones
    QString csvFile;
    QString htmlFile;
    QString markdownFile;
    QString harFile;
    QString commandLine; //!< as it was typed, to reproduce the run
};

//! The options of `compare` itself.
[[nodiscard]] QList<QCommandLineOption> compareOptions();

//! The command in \a parser, or a sentence that says what is wrong.
[[nodiscard]] std::variant<CompareCommand, QString> readCompare(const QCommandLineParser &parser, const QStringList &arguments);

} // namespace pushlab::app
