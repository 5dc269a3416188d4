// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowed.h"

#include "app/commandlinetext.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/translation.h"

namespace pushlab::app {

//! Used in builds without Qt Widgets.
QString windowRefusal()
{
    return CommandLineText::tr("This pushlab was built without windows; use pushlab host --headless or pushlab join URL --headless.");
}

int runWindowed(int &, char **, const Command &)
{
    return int(ExitCode::Usage);
}

int runWorksheetPdf(int &argc, char **argv, const QString &language, const LessonCommand &)
{
    const QCoreApplication application(argc, argv);
    installLanguage(language);
    tell(CommandLineText::tr("This pushlab was built without windows and writes no PDF; write HTML, and print that from a browser."));
    return int(ExitCode::Usage);
}

} // namespace pushlab::app
