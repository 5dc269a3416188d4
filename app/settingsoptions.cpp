// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settingsoptions.h"

#include "app/commandlinetext.h"
#include "app/optionreader.h"
#include "server/protocol/limits.h"
#include "server/protocol/techniqueoffer.h"

#include <chrono>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString offeredNames(const QList<protocol::Technique> &techniques)
{
    return QString::fromLatin1(protocol::namesOf(techniques).join(','));
}

} // namespace

QList<QCommandLineOption> settingsOptions()
{
    return {
        {u"hold"_s, CommandLineText::tr("How long a long poll is held, 1s to 55s (10)."), u"TIME"_s},
        {u"poll-interval"_s, CommandLineText::tr("How often clients are told to poll, 200ms to 30s (2)."), u"TIME"_s},
        {u"technique"_s,
         CommandLineText::tr("Sets one technique for the class: %1. Without it students choose.").arg(knownTechniques()), u"T"_s},
        {u"techniques"_s,
         CommandLineText::tr("What students may choose from, with commas (%1), of %2.")
             .arg(offeredNames(protocol::defaultTechniques()), knownTechniques()),
         u"LIST"_s},
        {u"split"_s, CommandLineText::tr("Splits the class: each member is given one of these, an equal part of them each.")},
        {u"generate"_s,
         CommandLineText::tr("Lets the host itself say so many messages a second, so that a silent class measures, too: 4/s, "
                             "4/s,200 of 200 bytes each, 4/s,200,poisson at random times. 0.01 to 100 a second."),
         u"RATE"_s},
        {u"delay"_s, CommandLineText::tr("Pretends a slow network: this delay each way for every connection, up to 60s (0)."),
         u"TIME"_s},
        {u"jitter"_s, CommandLineText::tr("Draws each delay from --delay ± this, up to 60s (0); order is kept."), u"TIME"_s},
        {u"rate"_s,
         CommandLineText::tr(
             "Bandwidth of each connection each way, such as 64kbit, 1Mbit or bare bits a second; unbounded if not given."),
         u"RATE"_s},
    };
}

void readSettings(OptionReader &reader, protocol::ClassSettings &settings)
{
    protocol::Conditioner &conditioner = settings.conditioner;
    conditioner.delay = reader.duration(u"delay"_s, 0ms, protocol::maxDelay).value_or(conditioner.delay);
    conditioner.jitter = reader.duration(u"jitter"_s, 0ms, protocol::maxDelay).value_or(conditioner.jitter);
    conditioner.bitsPerSecond = reader.rate(u"rate"_s, protocol::minRate).value_or(conditioner.bitsPerSecond);
    settings.hold = reader.duration(u"hold"_s, protocol::minHold, protocol::maxWait).value_or(settings.hold);
    settings.pollInterval =
        reader.duration(u"poll-interval"_s, protocol::minPollInterval, protocol::maxPollInterval).value_or(settings.pollInterval);
    settings.technique = reader.technique(u"technique"_s);
    settings.techniques = reader.techniques(u"techniques"_s).value_or(settings.techniques);
    settings.isSplit = reader.has(u"split"_s);
    if (settings.isSplit && settings.technique)
        reader.complain(
            CommandLineText::tr("--split gives each member a technique, --technique all of them the same: give one of the two."));
    settings.generator = reader.generator(u"generate"_s).value_or(settings.generator);
}

} // namespace pushlab::app
