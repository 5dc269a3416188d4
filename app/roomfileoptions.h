// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <variant>

namespace pushlab::app {

//! `pushlab export`: writes a room of a database as JSON Lines to stdout.
struct ExportCommand
{
    QString database;
    QString room;
};

//! `pushlab import FILE`: writes such a file into a database.
struct ImportCommand
{
    QString database;
    QString file; //!< "-": stdin
    QString room; //!< empty: the room that the file names
};

[[nodiscard]] QList<QCommandLineOption> exportOptions();
[[nodiscard]] QList<QCommandLineOption> importOptions();

//! The command, or a sentence that says what is wrong.
[[nodiscard]] std::variant<ExportCommand, QString> readExport(const QCommandLineParser &parser);
[[nodiscard]] std::variant<ImportCommand, QString> readImport(const QCommandLineParser &parser);

} // namespace pushlab::app
