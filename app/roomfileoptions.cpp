// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/roomfileoptions.h"

#include "app/optionreader.h"

#include <QFileInfo>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString databaseOption = u"database"_s;
const QString roomOption = u"room"_s;

//! \a mustExist: nothing is made where something is to be read.
QString readRoomDatabase(OptionReader &reader, bool mustExist)
{
    const QFileInfo file(reader.text(databaseOption));
    if (!reader.has(databaseOption) || reader.text(databaseOption).isEmpty())
        reader.complain(u"--database FILE is needed: the one that the host keeps its rooms in."_s);
    else if (mustExist && !file.isFile())
        reader.complain(u"There is no database \"%1\"."_s.arg(reader.text(databaseOption)));
    return file.absoluteFilePath();
}

} // namespace

QList<QCommandLineOption> exportOptions()
{
    return {
        {databaseOption, u"The database that the room is in. No host may be using it."_s, u"FILE"_s},
        {roomOption, u"The room (lobby)."_s, u"NAME"_s},
    };
}

QList<QCommandLineOption> importOptions()
{
    return {
        {databaseOption, u"The database to put the room into; made when it is not there. No host may be using it."_s, u"FILE"_s},
        {roomOption, u"The room's name; as in the file if not given."_s, u"NAME"_s},
    };
}

std::variant<ExportCommand, QString> readExport(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    if (!parser.positionalArguments().isEmpty())
        reader.complain(
            u"\"export\" takes options only, not \"%1\"; it writes to stdout."_s.arg(parser.positionalArguments().first()));
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
        reader.complain(u"\"import\" needs one file to read, or - for stdin."_s);
    const ImportCommand command{readRoomDatabase(reader, false), files.value(0), reader.room(roomOption).value_or(QString())};
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return command;
}

} // namespace pushlab::app
