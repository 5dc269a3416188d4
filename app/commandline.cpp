// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/addressoptions.h"
#include "app/commandhelp.h"
#include "app/commandlinetext.h"
#include "app/optionreader.h"
#include "app/settingsoptions.h"
#include "app/themeoption.h"
#include "app/tlsoptions.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int maxConnectionsOption = 1'000'000;

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"lang"_s,
         CommandLineText::tr("Language of windows, reports and what stands in the terminal: en or zh_CN; the system's if not given."),
         u"L"_s},
        {u"theme"_s, CommandLineText::tr("Colours of windows: system, light or dark; what was chosen there last if not given."),
         u"T"_s},
        {{u"h"_s, u"help"_s}, CommandLineText::tr("Shows this help.")},
        {{u"v"_s, u"version"_s}, CommandLineText::tr("Shows the version.")},
    };
}

const QString deleteAfterName = u"delete-after"_s;

QCommandLineOption deleteAfterOption()
{
    return {deleteAfterName,
            CommandLineText::tr("Deletes the classes that windows have kept and that were not used for so long, such as 30d."),
            u"TIME"_s};
}

const QString outputName = u"output"_s;

QList<QCommandLineOption> worksheetOptions()
{
    return {{{u"o"_s, outputName},
             CommandLineText::tr("Writes the worksheet to this file, whose name ends in .pdf or .html; without it HTML to stdout."),
             u"FILE"_s}};
}

QList<QCommandLineOption> startOptions()
{
    return QList<QCommandLineOption>{deleteAfterOption()} + commonOptions();
}

QList<QCommandLineOption> hostOptions()
{
    return QList<QCommandLineOption>{
               {u"port"_s,
                CommandLineText::tr("TCP port for HTTP and WebSocket, 0 for any free one. Without it 8000, or the next free one."),
                u"N"_s},
               {u"room"_s, CommandLineText::tr("The class's room (lobby)."), u"NAME"_s},
               {u"pages"_s, CommandLineText::tr("Serves the pages of this folder before the built-in ones."), u"DIR"_s},
               {u"lessons"_s, CommandLineText::tr("Offers the lessons of this folder beside the built-in ones."), u"DIR"_s},
               {u"database"_s,
                CommandLineText::tr(
                    "Keeps the rooms in this file, over restarts and crashes. Without it a window has one per class, --headless none."),
                u"FILE"_s},
               {u"synchronous"_s,
                CommandLineText::tr("normal: what is kept survives a crash of PushLab; full: a power cut, too, but slower (normal)."),
                u"MODE"_s},
               deleteAfterOption(),
               {u"pin"_s, CommandLineText::tr("Lets in only who shows this PIN of 4 to 12 digits; none lets everybody in."),
                u"DIGITS"_s},
               {u"message-rate"_s,
                CommandLineText::tr("Messages a second that one member may send, twice as many at once; 0 is any number (10)."),
                u"N"_s},
               {u"max-connections"_s, CommandLineText::tr("Connections at most; as many as the system allows if not given."), u"N"_s},
               {u"limit-loopback"_s, CommandLineText::tr("Holds clients on this computer to the limits by address, too.")},
               {u"headless"_s, CommandLineText::tr("Without a window: prints the address, runs until interrupted.")},
           }
    + recordingOptions() + settingsOptions() + addressOptions() + tlsOptions() + commonOptions();
}

ShowText version()
{
    return {u"pushlab "_s + QStringLiteral(PUSHLAB_VERSION) + u'\n'};
}

void readNetwork(OptionReader &reader, const QCommandLineParser &parser, server::HostOptions &options)
{
    options.portMayMove = !reader.has(u"port"_s);
    options.port = quint16(reader.number(u"port"_s, 0, 65535).value_or(options.port));
    readAddresses(reader, parser, options);
    options.pin = reader.pin(u"pin"_s).value_or(options.pin);
    options.messageRate = reader.real(u"message-rate"_s, 0, 10'000).value_or(options.messageRate);
    if (options.messageRate > 0 && options.messageRate < 0.1)
        reader.complain(CommandLineText::tr("--message-rate must be 0 or at least 0.1."));
    options.maxConnections = reader.number(u"max-connections"_s, 1, maxConnectionsOption).value_or(options.maxConnections);
    options.limitLoopback = reader.has(u"limit-loopback"_s);
}

void readDatabase(OptionReader &reader, server::HostOptions &options)
{
    if (reader.has(u"database"_s)) {
        const QFileInfo file(reader.text(u"database"_s));
        if (reader.text(u"database"_s).isEmpty() || file.isDir() || !file.absoluteDir().exists())
            reader.complain(
                CommandLineText::tr("--database must be a file in a folder that is there, not \"%1\".").arg(reader.text(u"database"_s)));
        options.database = file.absoluteFilePath();
        options.needsDatabase = true;
    }
    if (!reader.has(u"synchronous"_s))
        return;
    const QString mode = reader.text(u"synchronous"_s);
    options.isPowerSafe = mode == "full"_L1;
    if (!options.isPowerSafe && mode != "normal"_L1)
        reader.complain(CommandLineText::tr("--synchronous must be normal or full, not \"%1\".").arg(mode));
}

Command parseHost(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    HostCommand command;
    server::HostOptions &options = command.options;
    if (!parser.positionalArguments().isEmpty())
        reader.complain(
            CommandLineText::tr("\"host\" takes options only, not \"%1\".").arg(parser.positionalArguments().constFirst()));
    readNetwork(reader, parser, options);
    readSettings(reader, options.settings);
    readDatabase(reader, options);
    command.isSelfSigned = readTls(reader, options);
    options.room = reader.room(u"room"_s).value_or(options.room);
    if (reader.has(u"pages"_s)) {
        const QDir pages(reader.text(u"pages"_s));
        if (reader.text(u"pages"_s).isEmpty() || !pages.exists())
            reader.complain(
                CommandLineText::tr("--pages must be a folder; there is none called \"%1\".").arg(reader.text(u"pages"_s)));
        options.pagesDirectory = pages.absolutePath();
    }
    if (reader.has(u"lessons"_s)) {
        const QDir lessons(reader.text(u"lessons"_s));
        if (reader.text(u"lessons"_s).isEmpty() || !lessons.exists())
            reader.complain(
                CommandLineText::tr("--lessons must be a folder; there is none called \"%1\".").arg(reader.text(u"lessons"_s)));
        options.lessonsDirectory = lessons.absolutePath();
    }
    command.deleteAfter = reader.longDuration(deleteAfterName);
    command.isHeadless = reader.has(u"headless"_s);
    command.recording = readRecording(reader);
    command.language = reader.text(u"lang"_s);
    if (!reader.complaint().isEmpty())
        return UsageError{reader.complaint()};
    return command;
}

Command parseDemo(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return UsageError{
            CommandLineText::tr("\"demo\" takes options only, not \"%1\".").arg(parser.positionalArguments().constFirst())};
    if (parser.isSet(u"headless"_s))
        return UsageError{CommandLineText::tr(
            "\"demo\" is there to be looked at and needs a window; a host without one is pushlab host --headless.")};
    return DemoCommand{parser.value(u"lang"_s)};
}

// The messages of QCommandLineParser, so that our translation contains them: Qt's own may not be installed.
[[maybe_unused]] constexpr const char *parserSentences[] = {
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown options: %1."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
};

QString parserComplaint(const QCommandLineParser &parser)
{
    const QString sentence = parser.errorText();
    return sentence.endsWith(u'.') || sentence.endsWith(u'。') ? sentence : QString(sentence + u'.');
}

//! Help and version take precedence over errors.
std::optional<Command> parseOptions(QCommandLineParser &parser, const QStringList &arguments,
                                    const QList<QCommandLineOption> &options, const ShowText &helpText)
{
    parser.addOptions(options);
    const bool isWell = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return helpText;
    if (parser.isSet(u"version"_s))
        return version();
    if (!isWell)
        return UsageError{parserComplaint(parser)};
    if (parser.isSet(u"theme"_s) && !themeNamed(parser.value(u"theme"_s)))
        return UsageError{CommandLineText::tr("--theme must be system, light or dark, not \"%1\".").arg(parser.value(u"theme"_s))};
    return std::nullopt;
}

template <typename T>
Command commandOf(std::variant<T, QString> read)
{
    if (const auto *const sentence = std::get_if<QString>(&read))
        return UsageError{*sentence};
    return std::get<T>(std::move(read));
}

Command hostCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString about = CommandLineText::tr("Hosts a class on this computer.");
    const ShowText helpText{commandHelp(u"pushlab host %1"_s, about, hostOptions()) + timesHint()};
    const auto answer = parseOptions(parser, arguments, hostOptions(), helpText);
    return answer ? *answer : parseHost(parser);
}

Command joinCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString about = CommandLineText::tr("Joins the class at URL.");
    const QList<QCommandLineOption> options = joinOptions() + commonOptions();
    const ShowText helpText{commandHelp(u"pushlab join URL %1"_s, about, options) + timesHint()};
    const auto answer = parseOptions(parser, arguments, options, helpText);
    return answer ? *answer : commandOf(readJoin(parser));
}

Command demoCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString about = CommandLineText::tr(
        "Opens a class on this computer alone, with three members who talk by one technique each.");
    const ShowText helpText{commandHelp(u"pushlab demo %1"_s, about, commonOptions())};
    // --headless is known, though not shown, so that the refusal can say what to do instead.
    const QList<QCommandLineOption> known = commonOptions() << QCommandLineOption(u"headless"_s);
    const auto answer = parseOptions(parser, arguments, known, helpText);
    return answer ? *answer : parseDemo(parser);
}

//! \a typed is the whole command line, which the result contains.
Command compareCommand(const QStringList &arguments, const QStringList &typed)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options = compareOptions() + commonOptions();
    const QString about = CommandLineText::tr("Measures what each technique costs, beside what theory says.");
    const auto answer = parseOptions(parser, arguments, options, ShowText{commandHelp(u"pushlab compare %1"_s, about, options)});
    return answer ? *answer : commandOf(readCompare(parser, typed));
}

Command exportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options = exportOptions() + commonOptions();
    const QString about = CommandLineText::tr("Writes a room's messages as JSON Lines to stdout.");
    const ShowText helpText{commandHelp(u"pushlab export --database FILE %1"_s, about, options)};
    const auto answer = parseOptions(parser, arguments, options, helpText);
    return answer ? *answer : commandOf(readExport(parser));
}

Command importCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options = importOptions() + commonOptions();
    const QString about = CommandLineText::tr(
        "Puts an exported room into a database, all of it or, when a line is wrong, nothing. "
        "- reads from stdin.");
    const ShowText helpText{commandHelp(u"pushlab import --database FILE %1 FILE.jsonl"_s, about, options)};
    const auto answer = parseOptions(parser, arguments, options, helpText);
    return answer ? *answer : commandOf(readImport(parser));
}

Command lessonCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString about = CommandLineText::tr(
        "\"check\" says whether a file is a lesson for pushlab host --lessons, or which line is wrong. \"worksheet\" writes its "
        "worksheet for students, empty, in the language of --lang. - reads from stdin.");
    const QList<QCommandLineOption> options = worksheetOptions() + commonOptions();
    const ShowText helpText{commandHelp(u"pushlab lesson check|worksheet %1 FILE.json"_s, about, options)};
    if (const auto answer = parseOptions(parser, arguments, options, helpText))
        return *answer;
    const QStringList words = parser.positionalArguments();
    const bool isSheet = words.value(0) == "worksheet"_L1;
    if (words.size() != 2 || (!isSheet && words.first() != "check"_L1))
        return UsageError{
            CommandLineText::tr("\"lesson\" needs \"check\" or \"worksheet\" and one file, as in pushlab lesson check FILE.json.")};
    const QString output = parser.value(outputName);
    LessonCommand command{words.at(1), isSheet ? LessonCommand::Action::Worksheet : LessonCommand::Action::Check, output};
    if (!parser.isSet(outputName))
        return command;
    if (!isSheet)
        return UsageError{CommandLineText::tr("--output is for \"worksheet\"; \"check\" writes no file.")};
    if (!command.isPdf() && !output.endsWith(".html"_L1, Qt::CaseInsensitive))
        return UsageError{CommandLineText::tr("--output must be a file that ends in .pdf or .html, not \"%1\".").arg(output)};
    return command;
}

//! Moves what stands before the command behind it: `pushlab --lang en host` is `pushlab host --lang en`.
QStringList withCommandFirst(const QStringList &arguments, const QString &command, qsizetype rest)
{
    const qsizetype place = arguments.size() - rest - 1;
    return QStringList{command} + arguments.sliced(1, place - 1) + arguments.sliced(place + 1);
}

Command startCommand(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    const StartCommand command{reader.text(u"lang"_s), reader.longDuration(deleteAfterName)};
    if (!reader.complaint().isEmpty())
        return UsageError{reader.complaint()};
    return command;
}

} // namespace

Command parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser general;
    general.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    if (const auto answer = parseOptions(general, arguments, startOptions(), ShowText{generalHelp(startOptions())}))
        return *answer;
    if (general.positionalArguments().isEmpty())
        return startCommand(general);

    const QString command = general.positionalArguments().constFirst();
    const QStringList rest = withCommandFirst(arguments, command, general.positionalArguments().size() - 1);
    if (command == "host"_L1)
        return hostCommand(rest);
    if (command == "join"_L1)
        return joinCommand(rest);
    if (command == "demo"_L1)
        return demoCommand(rest);
    if (command == "compare"_L1)
        return compareCommand(rest, arguments);
    if (command == "export"_L1)
        return exportCommand(rest);
    if (command == "import"_L1)
        return importCommand(rest);
    if (command == "lesson"_L1)
        return lessonCommand(rest);
    return UsageError{
        CommandLineText::tr("There is no command \"%1\"; the commands are host, join, demo, compare, export, import and lesson.")
            .arg(command)};
}

} // namespace pushlab::app
