// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/duration.h"
#include "app/optionreader.h"
#include "tests/reliability/soak/soak.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>

#include <sys/resource.h>

#include <cstdio>

using namespace pushlab;
using namespace pushlab::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double mostMessages = 90'000; // more do not stay in a room's log, and could not be audited

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Members of a host talk, switch, leave and come back, while connections are reset and stall. "
        "Ends with 0 when nothing was lost or repeated and the host's memory stayed flat, with 1 when not, 2 "
        "for wrong usage, 3 when the host does not start. PUSHLAB names the program."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"duration"_s, u"30s, 30m, 2h"_s);
    parser.addOptions(
        {{u"members"_s, u"How many (500)."_s, u"N"_s},
         {u"rate"_s, u"Messages a second of all together (1)."_s, u"R"_s},
         {u"restarts"_s, u"Of the host, when the time is over (0)."_s, u"N"_s},
         {u"growth"_s, u"Of the host's memory, in percent, from the fifth minute or half of a shorter time on (5)."_s, u"P"_s},
         {u"in-memory"_s, u"A host without a database."_s},
         {u"seed"_s, u"Of everything random (random by itself)."_s, u"N"_s}});
}

//! Returns an error message; empty when the options are valid.
QString readOptions(const QCommandLineParser &parser, SoakOptions &options)
{
    app::OptionReader reader(parser);
    const QStringList positional = parser.positionalArguments();
    const auto duration = positional.size() == 1 ? app::parseDuration(positional.first()) : std::nullopt;
    if (!duration || *duration < 5s)
        return u"One duration is needed, of five seconds or more: 30s, 30m, 2h."_s;
    options.duration = *duration;
    options.members = reader.number(u"members"_s, 4, 5000).value_or(500);
    options.rate = reader.real(u"rate"_s, 0.01, 1000).value_or(1);
    options.restarts = reader.number(u"restarts"_s, 0, 1000).value_or(0);
    options.mayGrow = 1 + reader.real(u"growth"_s, 0, 1000).value_or(5) / 100;
    options.inMemory = reader.has(u"in-memory"_s);
    options.seed = quint32(reader.number(u"seed"_s, 0, 2'000'000'000).value_or(int(QRandomGenerator::global()->bounded(1'000'000))));
    options.program = qEnvironmentVariable("PUSHLAB", u"build/release/pushlab"_s);
    if (options.inMemory && options.restarts > 0)
        return u"A host without a database begins anew when it is started again: no --restarts with --in-memory."_s;
    if (std::chrono::duration<double>(*duration).count() * options.rate > mostMessages)
        return u"A room's log does not hold so many messages: less time, or a lower --rate."_s;
    return reader.complaint();
}

//! Each member has connections, each of which takes two descriptors here and two in a proxy.
void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setQuitLockEnabled(false); // a client that leaves is not the end
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application); // which ends with 1 for an option that there is not
    SoakOptions options;
    if (const QString complaint = readOptions(parser, options); !complaint.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(complaint));
        return 2;
    }
    raiseDescriptorLimit();
    std::printf("seed %u\n", options.seed);
    std::fflush(stdout);
    switch (Soak(options).run()) {
    case Soak::Verdict::Good:
        return 0;
    case Soak::Verdict::Faulty:
        return 1;
    case Soak::Verdict::NotStarted:
        break;
    }
    std::fprintf(stderr, "The host does not start: %s\n", qPrintable(options.program));
    return 3;
}
