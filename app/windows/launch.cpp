// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/launch.h"

#include "app/console.h"
#include "app/demo/demooptions.h"
#include "app/exitcode.h"
#include "app/lanaddress.h"
#include "app/windows/accessibleroles.h"
#include "app/windows/appicon.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/compare/runform.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/placeholders.h"
#include "app/windows/windowflow.h"

#include <QApplication>

namespace pushlab::app {

namespace {

void prepare(QApplication &application)
{
    installAccessibleRoles();
    new Placeholders(&application); // owned by the application
    application.setWindowIcon(appIcon());
    application.setApplicationDisplayName(QString()); // window titles contain the name
}

int runHost(QApplication &application, HostWindow &window)
{
    bool everStarted = false;
    QObject::connect(&window, &HostWindow::started, &window, [&everStarted] { everStarted = true; });
    QObject::connect(&window, &HostWindow::startFailed, &application, [&everStarted](const QString &error) {
        if (everStarted)
            return; // the user sees the window, which shows the error
        tell(error);
        QCoreApplication::exit(int(ExitCode::Unreachable));
    });
    window.start();
    return application.exec();
}

} // namespace

int runStartWindow(QApplication &application)
{
    prepare(application);
    WindowFlow flow;
    flow.showStart();
    return application.exec();
}

int runHostWindow(QApplication &application, const server::HostOptions &options)
{
    prepare(application);
    WindowFlow flow;
    HostWindow &window = flow.openHost(options, false);
    QObject::connect(
        &window, &HostWindow::started, &window,
        [&window] {
            tell(QStringLiteral("For the teacher alone: %1").arg(teacherUrl(window.url(), window.teacherKey()).toString()));
        },
        Qt::SingleShotConnection);
    return runHost(application, window);
}

int runDemoWindow(QApplication &application)
{
    prepare(application);
    WindowFlow flow;
    return runHost(application, flow.openHost(demoOptions(), true));
}

int runCompareWindow(QApplication &application, const compare::RunOptions &options)
{
    prepare(application);
    CompareWindow window;
    window.page().form().setOptions(options);
    window.show();
    return application.exec();
}

int runClientWindow(QApplication &application, const session::ClientOptions &options)
{
    prepare(application);
    WindowFlow flow;
    flow.openClient(options);
    return application.exec();
}

} // namespace pushlab::app
