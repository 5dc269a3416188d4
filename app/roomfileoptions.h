// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <variant>

namespace pushlab::app {

//! `pushlab export`: a room of a database as JSON Lines to stdout.
struct ExportCommand
{
    QString database;
    QString room;
};

//! `pushlab import FILE`: the reverse.
struct ImportCommand
{
    QString database;
    QString file; //!< "-" is stdin
    QString room; //!< empty: the one that the file names
};

[[nodiscard]] QList<QCommandLineOption> exportOptions();
[[nodiscard]] QList<QCommandLineOption> importOptions();

//! The command, or a sentence that says what is wrong.
[[nodiscard]] std::variant<ExportCommand, QString> readExport(const QCommandLineParser &parser);
[[nodiscard]] std::variant<ImportCommand, QString> readImport(const QCommandLineParser &parser);

} // namespace pushlab::app
