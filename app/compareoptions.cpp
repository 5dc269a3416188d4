// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/compareoptions.h"

#include "app/commandlinetext.h"
#include "app/joinaddress.h"
#include "app/optionreader.h"
#include "client/compare/result/preset.h"
#include "client/compare/text/presettext.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using compare::RunOptions;

namespace {

constexpr auto shortestTime = 1s; // of a measurement
constexpr auto longestTime = 1h;
constexpr auto shortestPoll = 10ms; // applies only to our own clients, and is not a setting of the host

//! A window without options about the load begins with those of the start window.
void readPreset(OptionReader &reader, const QCommandLineParser &parser, CompareCommand &command)
{
    const QStringList given = parser.optionNames();
    const bool isLeftToWindow = std::all_of(given.begin(), given.end(), [](const QString &name) {
        return name == "window"_L1 || name == "lang"_L1 || name == "host"_L1 || name == "seed"_L1;
    });
    if (!reader.has(u"preset"_s) && !(reader.has(u"window"_s) && isLeftToWindow))
        return;
    const QString name = reader.has(u"preset"_s) ? reader.text(u"preset"_s) : QString(compare::quickPreset);
    if (const auto preset = compare::presetNamed(name)) {
        command.options = *preset;
    } else {
        reader.complain(
            CommandLineText::tr("--preset must be one of %1, not \"%2\".").arg(compare::presetNames().join(", "_L1), name));
    }
}

void readVariants(OptionReader &reader, RunOptions &options)
{
    if (!reader.has(u"techniques"_s))
        return;
    QStringList all;
    for (const compare::Variant variant : compare::allVariants)
        all += QString::fromLatin1(compare::variantName(variant));
    options.variants.clear();
    const QString list = reader.text(u"techniques"_s);
    const QStringList names = list == "all"_L1 ? all : list.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const auto variant = compare::variantFromName(name.trimmed().toUtf8());
        if (!variant)
            reader.complain(
                CommandLineText::tr("--techniques is a list of %1, or all; there is no \"%2\".").arg(all.join(", "_L1), name));
        else if (!options.variants.contains(*variant))
            options.variants.append(*variant);
    }
    if (options.variants.isEmpty())
        reader.complain(CommandLineText::tr("--techniques needs one of %1 at least.").arg(all.join(", "_L1)));
}

void readLoad(OptionReader &reader, RunOptions &options)
{
    options.clients = reader.number(u"clients"_s, 1, compare::maxClients).value_or(options.clients);
    options.rate = reader.real(u"rate"_s, compare::minRate, compare::maxRate).value_or(options.rate);
    options.isConstant = options.isConstant || reader.has(u"constant"_s);
    options.size = reader.number(u"size"_s, compare::minSize, int(protocol::maxTextBytes)).value_or(options.size);
    options.pollInterval = reader.duration(u"poll-interval"_s, shortestPoll, protocol::maxPollInterval).value_or(options.pollInterval);
    options.hold = reader.duration(u"hold"_s, protocol::minHold, protocol::maxWait).value_or(options.hold);
    options.duration = reader.duration(u"duration"_s, shortestTime, longestTime).value_or(options.duration);
    options.warmUp = reader.duration(u"warm-up"_s, 0s, longestTime).value_or(options.warmUp);
    options.repeats = reader.number(u"repeats"_s, 1, compare::maxRepeats).value_or(options.repeats);
    options.isSimultaneous = options.isSimultaneous || reader.has(u"simultaneous"_s);
    options.keepAlive = !reader.has(u"no-keepalive"_s);
    options.seed = QRandomGenerator::global()->bounded(1'000'000);
    if (reader.has(u"seed"_s)) {
        bool isNumber = false;
        options.seed = reader.text(u"seed"_s).toULongLong(&isNumber);
        if (!isNumber)
            reader.complain(CommandLineText::tr("--seed must be a whole number, not \"%1\".").arg(reader.text(u"seed"_s)));
    }
}

void readNetwork(OptionReader &reader, RunOptions &options)
{
    options.delay = reader.duration(u"delay"_s, 0s, protocol::maxDelay).value_or(options.delay);
    options.jitter = reader.duration(u"jitter"_s, 0s, protocol::maxDelay).value_or(options.jitter);
    options.rateBitsPerSecond = reader.rate(u"bandwidth"_s, protocol::minRate).value_or(options.rateBitsPerSecond);
    if (!reader.has(u"host"_s))
        return;
    if (const auto address = parseJoinAddress(reader.text(u"host"_s)))
        options.host = address->host;
    else
        reader.complain(CommandLineText::tr("\"%1\" is no address of a host; it should look like http://192.168.1.20:8000/.")
                            .arg(reader.text(u"host"_s)));
    if (options.host.scheme() == u"https")
        reader.complain(CommandLineText::tr("compare measures plain HTTP only; start the host without TLS."));
    if (options.delay.count() > 0 || options.jitter.count() > 0 || options.rateBitsPerSecond > 0)
        reader.complain(
            CommandLineText::tr("--delay, --jitter and --bandwidth are for a host of our own; give them to the host itself."));
}

void readResults(OptionReader &reader, const QCommandLineParser &parser, CompareCommand &command)
{
    command.jsonFile = reader.text(u"json"_s);
    command.csvFile = reader.text(u"csv"_s);
    command.htmlFile = reader.text(u"html"_s);
    command.markdownFile = reader.text(u"md"_s);
    command.harFile = reader.text(u"har"_s);
    command.options.isRecorded = !command.harFile.isEmpty();
    for (const QString &text : parser.values(u"fail-if"_s)) {
        if (const auto threshold = compare::parseThreshold(text))
            command.thresholds.append(*threshold);
        else
            reader.complain(CommandLineText::tr("--fail-if must look like websocket.p95>50ms, with one of %1; not \"%2\".")
                                .arg(compare::thresholdFigures().join(", "_L1), text));
    }
    for (const compare::Threshold &threshold : std::as_const(command.thresholds)) {
        if (!command.options.variants.contains(threshold.variant))
            reader.complain(CommandLineText::tr("--fail-if asks for a technique that is not compared: %1.").arg(threshold.text));
    }
}

void readSweep(OptionReader &reader, CompareCommand &command)
{
    if (!reader.has(u"sweep"_s))
        return;
    command.sweep = compare::parseSweep(reader.text(u"sweep"_s));
    if (!command.sweep)
        reader.complain(CommandLineText::tr("--sweep must look like rate=0.1..10, not \"%1\".").arg(reader.text(u"sweep"_s)));
    if (!command.csvFile.isEmpty() || !command.htmlFile.isEmpty() || !command.markdownFile.isEmpty() || !command.harFile.isEmpty()
        || !command.thresholds.isEmpty())
        reader.complain(
            CommandLineText::tr("--csv, --html, --md, --har and --fail-if are for a single run; a sweep can be kept with --json."));
    const QList needed{compare::Variant::Polling, compare::Variant::LongPolling};
    if (!reader.has(u"techniques"_s))
        command.options.variants = needed;
    for (const compare::Variant variant : needed) {
        if (!command.options.variants.contains(variant))
            reader.complain(CommandLineText::tr("--sweep compares polling and long-polling; --techniques must name both."));
    }
}

void readWindow(OptionReader &reader, CompareCommand &command)
{
    command.isWindowed = reader.has(u"window"_s);
    command.language = reader.text(u"lang"_s);
    if (!command.isWindowed)
        return;
    for (const QString &name : {u"sweep"_s, u"json"_s, u"csv"_s, u"html"_s, u"md"_s, u"har"_s, u"fail-if"_s}) {
        if (reader.has(name))
            reader.complain(
                CommandLineText::tr("--%1 is for a run without a window; with --window, runs are kept from there.").arg(name));
    }
}

//! Quoted so that a shell reads it as one argument.
QString quoted(const QString &argument)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=,@%+-]+$"_s);
    if (plain.match(argument).hasMatch())
        return argument;
    QString inside = argument;
    return u'\'' + inside.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString presetsText()
{
    QString text = CommandLineText::tr("A known set-up, which further options change.");
    const QStringList names = compare::presetNames();
    for (const QString &name : names)
        text += u'\n' + name + u": "_s + compare::presetSummary(name);
    return text;
}

QString techniquesText()
{
    const auto listed = [](const auto &variants) {
        QStringList names;
        for (const compare::Variant variant : variants)
            names += QString::fromLatin1(variantName(variant));
        return names.join(", "_L1);
    };
    return CommandLineText::tr("Which to compare, with commas (%1); of %2; or all.")
        .arg(listed(compare::defaultVariants()), listed(compare::allVariants));
}

} // namespace

QList<QCommandLineOption> compareOptions()
{
    return {
        {u"window"_s, CommandLineText::tr("Opens a window in which this can be chosen and the results be seen.")},
        {u"preset"_s, presetsText(), u"NAME"_s},
        {u"techniques"_s, techniquesText(), u"LIST"_s},
        {u"clients"_s, CommandLineText::tr("Virtual clients of each technique, 1 to 2000 (30)."), u"N"_s},
        {u"rate"_s, CommandLineText::tr("Messages a second, in the whole room (1)."), u"N"_s},
        {u"constant"_s,
         CommandLineText::tr("Equal gaps between messages and equal phases; else Poisson and random, as theory assumes.")},
        {u"size"_s, CommandLineText::tr("Bytes of a message's text (100)."), u"N"_s},
        {u"poll-interval"_s, CommandLineText::tr("From an answer to the next poll, 10ms to 30s (2)."), u"TIME"_s},
        {u"hold"_s, CommandLineText::tr("How long a long poll is held, 1s to 55s (10)."), u"TIME"_s},
        {u"duration"_s, CommandLineText::tr("Of one measurement (30)."), u"TIME"_s},
        {u"warm-up"_s, CommandLineText::tr("Under load before it (2)."), u"TIME"_s},
        {u"repeats"_s, CommandLineText::tr("Measurements of each technique (3)."), u"N"_s},
        {u"simultaneous"_s, CommandLineText::tr("All techniques in one room at once; else one after another.")},
        {u"no-keepalive"_s, CommandLineText::tr("Opens a connection for every request.")},
        {u"delay"_s, CommandLineText::tr("Makes the network slower: one way, by so much."), u"TIME"_s},
        {u"jitter"_s, CommandLineText::tr("And uneven by so much."), u"TIME"_s},
        {u"bandwidth"_s, CommandLineText::tr("And as narrow as this: 1Mbit, 64kbit."), u"RATE"_s},
        {u"seed"_s, CommandLineText::tr("For the same messages again; random if not given."), u"N"_s},
        {u"host"_s, CommandLineText::tr("Measures this host; one of our own on this computer if not given."), u"URL"_s},
        {u"sweep"_s,
         CommandLineText::tr("Goes through the rates and finds where long polling needs more requests than polling: rate=0.1..10."),
         u"RANGE"_s},
        {u"json"_s, CommandLineText::tr("Keeps the result in this file."), u"FILE"_s},
        {u"csv"_s, CommandLineText::tr("The same as a table for spreadsheets."), u"FILE"_s},
        {u"html"_s, CommandLineText::tr("The same as a page with charts, which needs nothing else."), u"FILE"_s},
        {u"md"_s, CommandLineText::tr("The same as Markdown."), u"FILE"_s},
        {u"har"_s, CommandLineText::tr("Keeps the first exchanges of one client of each technique, as browsers' tools read them."),
         u"FILE"_s},
        {u"fail-if"_s, CommandLineText::tr("Ends with exit code 4 if this holds: 'websocket.p95>50ms'. May be given more than once."),
         u"CONDITION"_s},
    };
}

std::variant<CompareCommand, QString> readCompare(const QCommandLineParser &parser, const QStringList &arguments)
{
    OptionReader reader(parser);
    CompareCommand command;
    if (!parser.positionalArguments().isEmpty())
        reader.complain(
            CommandLineText::tr("\"compare\" takes options only, not \"%1\".").arg(parser.positionalArguments().constFirst()));
    readPreset(reader, parser, command);
    readVariants(reader, command.options);
    readLoad(reader, command.options);
    readNetwork(reader, command.options);
    readResults(reader, parser, command);
    readSweep(reader, command);
    readWindow(reader, command);
    QStringList words{u"pushlab"_s};
    for (const QString &argument : arguments.sliced(1))
        words += quoted(argument);
    command.commandLine = words.join(u' ');
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return command;
}

} // namespace pushlab::app
