// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lessoncommand.h"

#include "app/classroom/lesson.h"
#include "app/classroom/worksheet.h"
#include "app/commandlinetext.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/outputfile.h"
#include "app/translation.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace pushlab::app {

namespace {

//! Says what is wrong with the file; nullopt.
std::optional<Lesson> lessonOf(const QString &file)
{
    QFile in(file);
    if (!(file == u"-" ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly))) {
        tell(CommandLineText::tr("cannot read %1: %2").arg(file, in.errorString()));
        return std::nullopt;
    }
    const auto read = readLesson(in.readAll(), QFileInfo(file).completeBaseName());
    if (const auto *const fault = std::get_if<LessonFault>(&read)) {
        tell(CommandLineText::tr("%1, line %2: %3").arg(file).arg(fault->line).arg(fault->reason));
        return std::nullopt;
    }
    return std::get<Lesson>(read);
}

bool speaksChinese()
{
    return installedLanguage() == chineseLanguage;
}

} // namespace

int checkLesson(const LessonCommand &command)
{
    const std::optional<Lesson> lesson = lessonOf(command.file);
    if (!lesson)
        return int(ExitCode::Failed);
    printLine(CommandLineText::tr("A lesson: %1. Steps: %2; minutes: %3.")
                  .arg(lesson->title.in(speaksChinese()))
                  .arg(lesson->steps.size())
                  .arg(double(lesson->time().count()) / 60)
                  .toUtf8());
    return int(ExitCode::Ok);
}

int writeWorksheet(const LessonCommand &command, const WorksheetFormat &format)
{
    const std::optional<Lesson> lesson = lessonOf(command.file);
    if (!lesson)
        return int(ExitCode::Failed);
    const QByteArray contents = format(worksheetOf(*lesson), speaksChinese());
    if (command.output.isEmpty())
        return int(printText(contents) ? ExitCode::Ok : ExitCode::Failed);
    const QString problem = writeOutput(command.output, contents, Patience::Endless);
    if (problem.isEmpty())
        return int(ExitCode::Ok);
    tell(CommandLineText::tr("cannot write %1: %2").arg(command.output, problem));
    return int(ExitCode::Failed);
}

} // namespace pushlab::app
