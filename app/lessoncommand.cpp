// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lessoncommand.h"

#include "app/classroom/lesson.h"
#include "app/commandlinetext.h"
#include "app/console.h"
#include "app/exitcode.h"

#include <QFile>
#include <QLocale>

#include <cstdio>

namespace pushlab::app {

int checkLesson(const QString &file)
{
    QFile in(file);
    if (!(file == u"-" ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly))) {
        tell(CommandLineText::tr("cannot read %1: %2").arg(file, in.errorString()));
        return int(ExitCode::Failed);
    }
    const auto read = readLesson(in.readAll());
    if (const auto *const fault = std::get_if<LessonFault>(&read)) {
        tell(CommandLineText::tr("%1, line %2: %3").arg(file).arg(fault->line).arg(fault->reason));
        return int(ExitCode::Failed);
    }
    const auto &lesson = std::get<Lesson>(read);
    printLine(CommandLineText::tr("A lesson: %1. Steps: %2; minutes: %3.")
                  .arg(lesson.title.in(QLocale().language() == QLocale::Chinese))
                  .arg(lesson.steps.size())
                  .arg(double(lesson.time().count()) / 60)
                  .toUtf8());
    return int(ExitCode::Ok);
}

} // namespace pushlab::app
