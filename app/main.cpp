// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/comparecommand.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/headlesshost.h"
#include "app/headlessjoin.h"
#include "app/process.h"
#include "app/roomfiles.h"
#include "app/signalwatcher.h"
#include "app/tlsoptions.h"
#include "app/windowed.h"
#include "server/protocol/json.h"

#include <QCoreApplication>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Mode, typename... Arguments>
int runHeadless(int &argc, char **argv, Arguments... arguments)
{
    QCoreApplication application(argc, argv);
    SignalWatcher signalWatcher;
    Mode mode(arguments...);
    QObject::connect(&signalWatcher, &SignalWatcher::caught, &mode, &Mode::stop);
    // From within the loop, so that a failure at once can end it.
    QMetaObject::invokeMethod(&mode, &Mode::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int run(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += pushlab::protocol::fromUtf8(argv[i]); // which is what the system's texts are in to Qt, too
    Command command = parseCommandLine(arguments);

    if (const auto *show = std::get_if<ShowText>(&command)) {
        return int(printText(show->text.toUtf8()) ? ExitCode::Ok : ExitCode::Failed);
    }
    if (const auto *error = std::get_if<UsageError>(&command)) {
        tell(QString(error->sentence + u" Try --help."_s));
        return int(ExitCode::Usage);
    }
    if (auto *host = std::get_if<HostCommand>(&command); host && host->isSelfSigned) {
        if (const QString error = useSelfSigned(host->options); !error.isEmpty()) {
            tell(error);
            return int(ExitCode::Failed);
        }
    }
    if (const auto *host = std::get_if<HostCommand>(&command); host && host->isHeadless)
        return runHeadless<HeadlessHost>(argc, argv, host->options);
    if (const auto *join = std::get_if<JoinCommand>(&command); join && join->isHeadless)
        return runHeadless<HeadlessJoin>(argc, argv, join->options, join->asJson,
                                         join->staysAtEnd ? AtEndOfInput::Stay : AtEndOfInput::Leave);
    if (const auto *comparison = std::get_if<CompareCommand>(&command); comparison && !comparison->isWindowed)
        return runHeadless<CompareRunner>(argc, argv, *comparison);
    if (const auto *const exported = std::get_if<ExportCommand>(&command)) {
        const QCoreApplication application(argc, argv);
        return runExport(*exported);
    }
    if (const auto *const imported = std::get_if<ImportCommand>(&command)) {
        const QCoreApplication application(argc, argv);
        return runImport(*imported);
    }
    return runWindowed(argc, argv, command);
}

} // namespace

int main(int argc, char *argv[])
{
    openStandardStreams(); // before anything opens a file
    ignoreSignalsOfWriting();
    QCoreApplication::setApplicationName(u"PushLab"_s);
    QCoreApplication::setOrganizationName(u"PushLab"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PUSHLAB_VERSION));
    return run(argc, argv);
}
