// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/roomfileoptions.h"

#include "app/commandlinetext.h"
#include "app/optionreader.h"

#include <QFileInfo>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString databaseOption = u"database"_s;
const QString roomOption = u"room"_s;

//! \a mustExist: the database is only read, and must not be created.
QString readRoomDatabase(OptionReader &reader, bool mustExist)
{
    const QFileInfo file(reader.text(databaseOption));
    if (!reader.has(databaseOption) || reader.text(databaseOption).isEmpty())
        reader.complain(CommandLineText::tr("--database FILE is needed: the one that the host keeps its rooms in."));
    else if (mustExist && !file.isFile())
        reader.complain(CommandLineText::tr("There is no database \"%1\".").arg(reader.text(databaseOption)));
    return file.absoluteFilePath();
}

} // namespace

QList<QCommandLineOption> exportOptions()
{
    return {
        {databaseOption, CommandLineText::tr("The database that the room is in. No host may be using it."), u"FILE"_s},
        {roomOption, CommandLineText::tr("The room (lobby)."), u"NAME"_s},
    };
}

QList<QCommandLineOption> importOptions()
{
    return {
        {databaseOption,
         CommandLineText::tr("The database to put the room into; made when it is not there. No host may be using it."), u"FILE"_s},
        {roomOption, CommandLineText::tr("The room's name; as in the file if not given."), u"NAME"_s},
    };
}

std::variant<ExportCommand, QString> readExport(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    if (!parser.positionalArguments().isEmpty())
        reader.complain(CommandLineText::tr("\"export\" takes options only, not \"%1\"; it writes to stdout.")
                            .arg(parser.positionalArguments().constFirst()));
    const ExportCommand command{readRoomDatabase(reader, true), reader.room(roomOption).value_or(u"lobby"_s)};
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return command;
}

std::variant<ImportCommand, QString> readImport(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        reader.complain(CommandLineText::tr("\"import\" needs one file to read, or - for stdin."));
    const ImportCommand command{readRoomDatabase(reader, false), files.value(0), reader.room(roomOption).value_or(QString())};
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return command;
}

} // namespace pushlab::app
