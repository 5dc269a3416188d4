// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowed.h"

#include "app/commandlinetext.h"
#include "app/deletedclasses.h"
#include "app/lessoncommand.h"
#include "app/signalwatcher.h"
#include "app/themeoption.h"
#include "app/translation.h"
#include "app/windows/appearance.h"
#include "app/windows/endwatch.h"
#include "app/windows/language.h"
#include "app/windows/launch.h"
#include "app/windows/worksheetprinter.h"

#include <QApplication>

namespace pushlab::app {

namespace {

//! Whether there is a display; without one, Qt would abort without a helpful message.
bool hasDisplay()
{
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace

QString windowRefusal()
{
    return hasDisplay()
        ? QString()
        : CommandLineText::tr("There is no display for a window; use pushlab host --headless or pushlab join URL --headless.");
}

int runWindowed(int &argc, char **argv, const Command &command)
{
    QApplication application(argc, argv);
    applyAppearance(themeOption(QCoreApplication::arguments()));
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::caught, new EndWatch(&application), &EndWatch::end);
    if (const auto *host = std::get_if<HostCommand>(&command)) {
        applyLanguage(host->language);
        if (host->deleteAfter)
            deleteUnusedClasses(*host->deleteAfter, host->options.room);
        return runHostWindow(application, host->options);
    }
    if (const auto *join = std::get_if<JoinCommand>(&command)) {
        applyLanguage(join->language);
        return runClientWindow(application, join->options);
    }
    if (const auto *demo = std::get_if<DemoCommand>(&command)) {
        applyLanguage(demo->language);
        return runDemoWindow(application);
    }
    if (const auto *comparison = std::get_if<CompareCommand>(&command)) {
        applyLanguage(comparison->language);
        return runCompareWindow(application, comparison->options);
    }
    const auto &start = std::get<StartCommand>(command);
    applyLanguage(start.language);
    if (start.deleteAfter)
        deleteUnusedClasses(*start.deleteAfter, {});
    return runStartWindow(application);
}

int runWorksheetPdf(int &argc, char **argv, const QString &language, const LessonCommand &command)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts alone are needed
    const QGuiApplication application(argc, argv);
    installLanguage(language);
    return writeWorksheet(command, worksheetPdf);
}

} // namespace pushlab::app
