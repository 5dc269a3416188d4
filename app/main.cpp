// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/worksheethtml.h"
#include "app/commandline.h"
#include "app/commandlinetext.h"
#include "app/comparecommand.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/headlesshost.h"
#include "app/headlessjoin.h"
#include "app/lessoncommand.h"
#include "app/process.h"
#include "app/roomfiles.h"
#include "app/signalwatcher.h"
#include "app/tlsoptions.h"
#include "app/translation.h"
#include "app/windowed.h"
#include "server/protocol/json.h"

#include <QCoreApplication>

#include <optional>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Runs \a work with an application in \a language, because texts are translated only while an application exists.
template <typename Work>
auto inLanguage(int &argc, char **argv, const QString &language, Work work)
{
    std::optional<QCoreApplication> application;
    if (language != englishLanguage) {
        application.emplace(argc, argv);
        installLanguage(language);
    }
    return work();
}

template <typename Mode, typename... Arguments>
int runHeadless(int &argc, char **argv, const QString &language, Arguments... arguments)
{
    QCoreApplication application(argc, argv);
    installLanguage(language);
    SignalWatcher signalWatcher;
    Mode mode(arguments...);
    QObject::connect(&signalWatcher, &SignalWatcher::caught, &mode, &Mode::stop);
    // Called from within the event loop, so that an immediate failure can end it.
    QMetaObject::invokeMethod(&mode, &Mode::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

template <typename FileCommand>
int runOnFile(int &argc, char **argv, const QString &language, int (*run)(const FileCommand &), const FileCommand &command)
{
    const QCoreApplication application(argc, argv);
    installLanguage(language);
    return run(command);
}

//! The exit code, if only a text is to be printed or an error prevents anything else.
std::optional<int> answerAtOnce(Command &command)
{
    if (const auto *show = std::get_if<ShowText>(&command))
        return int(printText(show->text.toUtf8()) ? ExitCode::Ok : ExitCode::Failed);
    if (const auto *error = std::get_if<UsageError>(&command)) {
        tell(CommandLineText::tr("%1 Try --help.").arg(error->sentence));
        return int(ExitCode::Usage);
    }
    if (auto *host = std::get_if<HostCommand>(&command); host && host->isSelfSigned) {
        if (const QString error = useSelfSigned(host->options); !error.isEmpty()) {
            tell(error);
            return int(ExitCode::Failed);
        }
    }
    return std::nullopt;
}

//! Returns nullopt when the command needs a window.
std::optional<int> runWithoutWindow(int &argc, char **argv, const QString &language, const Command &command)
{
    if (const auto *host = std::get_if<HostCommand>(&command); host && host->isHeadless)
        return runHeadless<HeadlessHost>(argc, argv, language, host->options, host->deleteAfter, host->recording);
    if (const auto *join = std::get_if<JoinCommand>(&command); join && join->isHeadless)
        return runHeadless<HeadlessJoin>(argc, argv, language, join->options, join->asJson,
                                         join->staysAtEnd ? AtEndOfInput::Stay : AtEndOfInput::Leave);
    if (const auto *comparison = std::get_if<CompareCommand>(&command); comparison && !comparison->isWindowed)
        return runHeadless<CompareRunner>(argc, argv, language, *comparison);
    if (const auto *const exported = std::get_if<ExportCommand>(&command))
        return runOnFile(argc, argv, language, runExport, *exported);
    if (const auto *const imported = std::get_if<ImportCommand>(&command))
        return runOnFile(argc, argv, language, runImport, *imported);
    if (const auto *const lesson = std::get_if<LessonCommand>(&command)) {
        if (lesson->action == LessonCommand::Action::Check)
            return runOnFile(argc, argv, language, checkLesson, *lesson);
        if (lesson->isPdf())
            return runWorksheetPdf(argc, argv, language, *lesson);
        const QCoreApplication application(argc, argv);
        installLanguage(language);
        return writeWorksheet(*lesson, worksheetFile);
    }
    return std::nullopt;
}

int run(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += pushlab::protocol::fromUtf8(argv[i]); // which is what the system's texts are in to Qt, too
    const QString language = terminalLanguage(arguments);
    Command command;
    const auto answered = inLanguage(argc, argv, language, [&arguments, &command] {
        command = parseCommandLine(arguments);
        return answerAtOnce(command);
    });
    if (answered)
        return *answered;
    if (const auto ended = runWithoutWindow(argc, argv, language, command))
        return *ended;
    const bool isRefused = inLanguage(argc, argv, language, [] {
        const QString refusal = windowRefusal();
        if (!refusal.isEmpty())
            tell(refusal);
        return !refusal.isEmpty();
    });
    return isRefused ? int(ExitCode::Usage) : runWindowed(argc, argv, command);
}

} // namespace

int main(int argc, char *argv[])
{
    openStandardStreams(); // before anything opens a file
    ignoreSignalsOfWriting();
    connectWithoutProxy();
    QCoreApplication::setApplicationName(u"PushLab"_s);
    QCoreApplication::setOrganizationName(u"PushLab"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PUSHLAB_VERSION));
    return run(argc, argv);
}
