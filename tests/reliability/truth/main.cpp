// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/duration.h"
#include "app/optionreader.h"
#include "tests/reliability/truth/truth.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace pushlab;
using namespace pushlab::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A race and a question over a slow network, 150 ms ± 20, held against what is true: the race's delays against the ledger's "
        "buckets, the question's answer against what the members measured, the mean delay by each technique against theory, within "
        "three standard errors. Ends with 0 when all of it holds, with 1 when not, 2 for wrong usage."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"duration"_s, u"Of the measurement: 8s, 45s"_s);
    parser.addOptions({{u"members"_s, u"By each technique (16)."_s, u"N"_s},
                       {u"rate"_s, u"Messages a second, at random times (4)."_s, u"R"_s},
                       {u"percent"_s, u"That a mean may differ from theory, with 1,500 delays at least."_s, u"P"_s},
                       {u"seed"_s, u"Of when members come (1)."_s, u"N"_s}});
}

//! Returns an error message; empty when the options are valid.
QString readOptions(const QCommandLineParser &parser, TruthOptions &options)
{
    app::OptionReader reader(parser);
    const QStringList positional = parser.positionalArguments();
    const auto duration = positional.size() == 1 ? app::parseDuration(positional.first()) : std::nullopt;
    if (!duration || *duration < 2s)
        return u"One duration is needed, of two seconds or more: 8s, 45s."_s;
    options.duration = *duration;
    options.members = reader.number(u"members"_s, 2, 200).value_or(options.members);
    options.rate = reader.real(u"rate"_s, 1, 20).value_or(options.rate);
    options.percent = reader.real(u"percent"_s, 0.1, 100);
    options.seed = quint32(reader.number(u"seed"_s, 0, 2'000'000'000).value_or(int(options.seed)));
    return reader.complaint();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setQuitLockEnabled(false);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    TruthOptions options;
    if (const QString complaint = readOptions(parser, options); !complaint.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(complaint));
        return 2;
    }
    return Truth(options).run() ? 0 : 1;
}
