// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/joinoptions.h"

#include "app/commandlinetext.h"
#include "app/joinaddress.h"
#include "app/optionreader.h"
#include "server/protocol/fingerprint.h"
#include "server/protocol/limits.h"
#include "server/protocol/techniquetraits.h"

#include <QCommandLineParser>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

void readHost(OptionReader &reader, const QStringList &arguments, session::ClientOptions &options)
{
    if (arguments.isEmpty()) {
        reader.complain(CommandLineText::tr("\"join\" needs the host's address, such as http://192.168.1.20:8000/."));
        return;
    }
    if (arguments.size() > 1)
        reader.complain(CommandLineText::tr("\"join\" takes one address, not \"%1\" as well.").arg(arguments.at(1)));
    if (const auto address = parseJoinAddress(arguments.first())) {
        options.host = address->host;
        if (!address->room.isEmpty())
            options.room = address->room;
        options.pin = address->pin;
    } else {
        reader.complain(joinAddressFault(arguments.first()));
    }
}

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"guest"_s : name;
}

} // namespace

QList<QCommandLineOption> joinOptions()
{
    return {
        {u"room"_s, CommandLineText::tr("Room to join (lobby)."), u"R"_s},
        {u"pin"_s, CommandLineText::tr("The class's PIN, if it has one and the URL does not end in #pin=DIGITS."), u"DIGITS"_s},
        {u"name"_s, CommandLineText::tr("Name to show (the user's name)."), u"N"_s},
        {u"technique"_s, u"%1 (%2)."_s.arg(knownTechniques(), QLatin1StringView(traitsOf(protocol::defaultTechnique).name)), u"T"_s},
        {u"poll-interval"_s, CommandLineText::tr("How often to poll, 200ms to 30s; what the host asks for if not given."), u"TIME"_s},
        {u"hold"_s, CommandLineText::tr("How long a long poll may be held, 1s to 55s; what the host asks for if not given."),
         u"TIME"_s},
        {u"fingerprint"_s,
         CommandLineText::tr("Trusts the host's certificate of this SHA-256 fingerprint, though no authority vouches for it."),
         u"SHA256"_s},
        {u"headless"_s,
         CommandLineText::tr(
             "Without a window: sends the lines of stdin, prints messages, ends with stdin.\n/technique T switches, /guess N answers the class's question, // sends a /.")},
        {u"stay"_s, CommandLineText::tr("With --headless: goes on printing messages when stdin has ended.")},
        {u"json"_s, CommandLineText::tr("With --headless: prints each message as a JSON object.")},
    };
}

std::variant<JoinCommand, QString> readJoin(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    JoinCommand command;
    session::ClientOptions &options = command.options;
    readHost(reader, parser.positionalArguments(), options);
    options.room = reader.room(u"room"_s).value_or(options.room);
    options.name = reader.has(u"name"_s) ? reader.text(u"name"_s) : userName();
    if (options.name.isEmpty() || options.name.toUtf8().size() > protocol::maxNameBytes)
        reader.complain(CommandLineText::tr("--name must not be empty, nor longer than %1 bytes.").arg(protocol::maxNameBytes));
    options.pin = reader.pin(u"pin"_s).value_or(options.pin);
    options.technique = reader.technique(u"technique"_s).value_or(options.technique);
    options.pollInterval = reader.duration(u"poll-interval"_s, protocol::minPollInterval, protocol::maxPollInterval);
    options.hold = reader.duration(u"hold"_s, protocol::minHold, protocol::maxWait);
    if (reader.has(u"fingerprint"_s)) {
        if (const auto fingerprint = protocol::fingerprintFromText(reader.text(u"fingerprint"_s)))
            options.fingerprint = *fingerprint;
        else
            reader.complain(CommandLineText::tr(
                "--fingerprint must be 64 hexadecimal digits, with or without colons, as the host shows them."));
        if (options.host.scheme() != u"https")
            reader.complain(CommandLineText::tr("--fingerprint is for an address that begins with https://."));
    }
    command.isHeadless = reader.has(u"headless"_s);
    command.asJson = reader.has(u"json"_s);
    if (command.asJson && !command.isHeadless)
        reader.complain(CommandLineText::tr("--json needs --headless: a window prints nothing."));
    command.staysAtEnd = reader.has(u"stay"_s);
    if (command.staysAtEnd && !command.isHeadless)
        reader.complain(CommandLineText::tr("--stay needs --headless: a window reads no stdin."));
    command.language = reader.text(u"lang"_s);
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return command;
}

} // namespace pushlab::app
