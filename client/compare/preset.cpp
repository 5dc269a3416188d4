// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/preset.h"

#include "client/compare/publishedquantity.h"
#include "server/protocol/theory/published.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
namespace theory = protocol::theory;
using protocol::Technique;

namespace {

constexpr int httpClients = 1000; // more of them on one machine measure the machine
constexpr double jsonAround = 105; // bytes around a text, about: the sources' messages are whole ones

Contestant contestantOf(Technique technique)
{
    switch (technique) {
    case Technique::Polling: return Contestant::Polling;
    case Technique::LongPolling: return Contestant::LongPolling;
    case Technique::WebSocket: return Contestant::WebSocket;
    }
    Q_UNREACHABLE();
}

//! The most clients of the set-up's series that this machine can be asked to be.
int clientsOf(const theory::PublishedSetup &setup)
{
    int most = std::min(setup.clients.first(), httpClients);
    for (const int clients : setup.clients) {
        if (clients <= httpClients)
            most = std::max(most, clients);
    }
    return most;
}

QStringList notesOn(const theory::PublishedSetup &setup, const RunOptions &options)
{
    QStringList notes;
    notes += setup.title + (setup.source.isEmpty() ? u"."_s : u" ("_s + setup.source + u")."_s);
    if (!setup.remark.isEmpty())
        notes += setup.remark;
    const int greatest = *std::max_element(setup.clients.begin(), setup.clients.end());
    if (greatest > options.clients)
        notes += u"Scaled: %1 clients here, up to %2 there."_s.arg(options.clients).arg(greatest);
    if (setup.rooms > 1) {
        notes += u"Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is in %3."_s
                     .arg(options.rate).arg(setup.rooms).arg(setup.roomsPerClient);
    }
    if (setup.parameters.pollTimer == theory::PollTimer::RunsOn && options.contestants.contains(Contestant::Polling))
        notes += u"Their poll's timer runs on; here the next poll is counted from the answer, one round trip later."_s;
    return notes;
}

} // namespace

QStringList presetNames()
{
    QStringList names;
    for (const theory::PublishedSetup &setup : theory::publishedSetups())
        names += setup.name;
    return names;
}

std::optional<Preset> presetNamed(const QString &name)
{
    const theory::PublishedSetup *const setup = theory::publishedSetup(name);
    if (!setup)
        return std::nullopt;
    const theory::Parameters &parameters = setup->parameters;
    Preset preset;
    RunOptions &options = preset.options;
    options.preset = name;
    options.contestants.clear();
    for (const Technique technique : setup->techniques)
        options.contestants.append(contestantOf(technique));
    if (name == "tutorial"_L1)
        options.contestants.append(Contestant::TutorialQueue);
    options.clients = clientsOf(*setup);
    options.rate = parameters.rate;
    options.isConstant = setup->isConstant;
    const double text = parameters.messageBytes > 2 * jsonAround ? parameters.messageBytes - jsonAround : parameters.messageBytes;
    options.size = std::max(minSize, int(text));
    const auto inMilliseconds = [](protocol::Seconds time) { return std::chrono::round<std::chrono::milliseconds>(time); };
    options.pollInterval = inMilliseconds(parameters.pollInterval);
    options.hold = std::min(inMilliseconds(parameters.hold), std::chrono::milliseconds(protocol::maxWait));
    options.duration = inMilliseconds(setup->duration);
    options.warmUp = std::max<std::chrono::milliseconds>(2s, options.pollInterval);
    options.delay = parameters.oneWay >= protocol::Seconds(0.02) ? inMilliseconds(parameters.oneWay) : 0ms;
    preset.notes = notesOn(*setup, options);
    return preset;
}

QList<PublishedNumber> publishedNumbers(const RunResult &result)
{
    const theory::PublishedSetup *const setup = theory::publishedSetup(result.options.preset);
    QList<PublishedNumber> numbers;
    if (!setup)
        return numbers;
    for (const theory::PublishedFigure &figure : setup->figures) {
        QString what = quantityText(figure);
        if (figure.technique)
            what = contestantTitle(contestantOf(*figure.technique)) + u", "_s + what;
        numbers.append({what, publishedText(figure), ownText(figure, result)});
    }
    return numbers;
}

} // namespace pushlab::compare
