// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/roomfiles.h"

#include "app/commandlinetext.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/storagefaulttext.h"
#include "server/archive.h"
#include "server/protocol/paths.h"

#include <QFile>

#include <cstdio>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

int failed(const QString &sentence)
{
    tell(sentence);
    return int(ExitCode::Failed);
}

bool open(QFile &file, const QString &name)
{
    if (name == "-"_L1)
        return file.open(stdin, QIODevice::ReadOnly);
    file.setFileName(name);
    return file.open(QIODevice::ReadOnly);
}

} // namespace

int runExport(const ExportCommand &command)
{
    const auto read = server::readRoom(command.database, command.room);
    if (const auto *const fault = std::get_if<server::Fault>(&read))
        return failed(storageFaultText(*fault));
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || !server::writeArchive(out, command.room, std::get<QList<QByteArray>>(read))
        || !out.flush()) {
        return failed(CommandLineText::tr("cannot write: %1").arg(out.errorString()));
    }
    return int(ExitCode::Ok);
}

int runImport(const ImportCommand &command)
{
    QFile in;
    if (!open(in, command.file))
        return failed(CommandLineText::tr("cannot read %1: %2").arg(command.file, in.errorString()));
    const auto read = server::readArchive(in);
    if (const auto *const fault = std::get_if<server::LineFault>(&read))
        return failed(
            CommandLineText::tr("%1, line %2: %3; nothing was imported").arg(command.file).arg(fault->line).arg(fault->what));
    const auto &archive = std::get<server::Archive>(read);
    const QString room = command.room.isEmpty() ? archive.room : command.room;
    if (!protocol::isRoomName(room))
        return failed(CommandLineText::tr("%1, line 1: the room's name is none; give one with --room").arg(command.file));
    if (const auto fault = server::importRoom(command.database, room, archive))
        return failed(storageFaultText(*fault));
    tell(CommandLineText::tr("%n message(s) are in the room \"%1\" of %2.", nullptr, int(archive.messageCount()))
             .arg(room, command.database));
    return int(ExitCode::Ok);
}

} // namespace pushlab::app
