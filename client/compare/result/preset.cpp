// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/preset.h"

#include "client/compare/result/publishedquantity.h"
#include "client/theory/published.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

constexpr int httpClients = 1000; // more of them on one machine measure the machine
struct PresetSummary
{
    QLatin1String name;
    QLatin1String sentence;
};

constexpr PresetSummary summaries[] = {
    {quickPreset, "All three techniques at once for 15 s, four messages a second: a first answer within 20 s."_L1},
    {"quiet"_L1, "A quiet class: 30 clients and a message every 10 s."_L1},
    {"busy"_L1, "A busy class: 30 clients and four messages a second, eight for each poll."_L1},
    {"slow-phone"_L1, "Phones on a slow network: four messages a second, 150 ms each way."_L1},
    {"tutorial"_L1, "The tutorials' chat: poll every 2 s, hold 10 s, and their queue of one message beside it."_L1},
    {"lubbers"_L1, "1,000 clients, by polling every second or by WebSocket, 50 ms each way: what headers cost."_L1},
    {"rfc6202"_L1, "Long polling alone, 150 ms each way: how many transits a message takes."_L1},
    {"abril"_L1, "One client and five updates, one a second: how many requests and bytes each technique takes."_L1},
    {"vandevyvere"_L1, "Open data of 5.2 kB every 5 s, by polling twice a second or by WebSocket."_L1},
    {"cometd"_L1, "A chat of 1,000 clients with 92 messages a second, by long polling alone: what a host bears."_L1},
};

constexpr double jsonAround = 105; // bytes around a text, about: the sources' messages are whole ones

Variant variantOf(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return Variant::Polling;
    case Technique::LongPolling:
        return Variant::LongPolling;
    case Technique::WebSocket:
        return Variant::WebSocket;
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

QString summaryOf(const QString &name)
{
    const auto *const found = std::find_if(std::begin(summaries), std::end(summaries),
                                           [&name](const PresetSummary &summary) { return summary.name == name; });
    return found == std::end(summaries) ? QString() : QString(found->sentence);
}

//! Some 60 messages: chance leaves fewer than the 30 that a verdict needs in one run of 100,000. Of one repeat, as all fits into 20 s.
Preset quickRun()
{
    Preset preset;
    RunOptions &options = preset.options;
    options.preset = quickPreset;
    options.rate = 4;
    options.duration = 15s;
    options.warmUp = 2s;
    options.repeats = 1;
    options.isSimultaneous = true;
    preset.summary = summaryOf(options.preset);
    preset.notes += preset.summary;
    return preset;
}

QStringList notesOn(const theory::PublishedSetup &setup, const RunOptions &options)
{
    QStringList notes{summaryOf(setup.name)};
    if (!setup.source.isEmpty())
        notes += setup.title + u" ("_s + setup.source + u")."_s;
    if (!setup.remark.isEmpty())
        notes += setup.remark;
    const int greatest = *std::max_element(setup.clients.begin(), setup.clients.end());
    if (greatest > options.clients)
        notes += u"Scaled: %1 clients here, up to %2 there."_s.arg(options.clients).arg(greatest);
    if (setup.rooms > 1) {
        notes += u"Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is in %3."_s
                     .arg(options.rate)
                     .arg(setup.rooms)
                     .arg(setup.roomsPerClient);
    }
    if (setup.parameters.pollTimer == theory::PollTimer::RunsOn && options.variants.contains(Variant::Polling))
        notes += u"Their poll's timer runs on; here the next poll is counted from the answer, one round trip later."_s;
    return notes;
}

} // namespace

QStringList presetNames()
{
    QStringList names{quickPreset};
    for (const theory::PublishedSetup &setup : theory::publishedSetups())
        names += setup.name;
    return names;
}

std::optional<Preset> presetNamed(const QString &name)
{
    if (name == quickPreset)
        return quickRun();
    const theory::PublishedSetup *const setup = theory::publishedSetup(name);
    if (!setup)
        return std::nullopt;
    const theory::Parameters &parameters = setup->parameters;
    Preset preset;
    RunOptions &options = preset.options;
    options.preset = name;
    options.variants.clear();
    for (const Technique technique : setup->techniques)
        options.variants.append(variantOf(technique));
    if (name == "tutorial"_L1)
        options.variants.append(Variant::TutorialQueue);
    options.clients = clientsOf(*setup);
    options.rate = parameters.rate;
    options.isConstant = setup->isConstant;
    const double text = parameters.messageBytes > 2 * jsonAround ? parameters.messageBytes - jsonAround : parameters.messageBytes;
    options.size = std::max(minSize, int(text));
    const auto inMilliseconds = [](theory::Seconds time) { return std::chrono::round<std::chrono::milliseconds>(time); };
    options.pollInterval = inMilliseconds(parameters.pollInterval);
    options.hold = std::min(inMilliseconds(parameters.hold), std::chrono::milliseconds(protocol::maxWait));
    options.duration = inMilliseconds(setup->duration);
    options.warmUp = std::max<std::chrono::milliseconds>(2s, options.pollInterval);
    options.delay = parameters.oneWay >= theory::Seconds(0.02) ? inMilliseconds(parameters.oneWay) : 0ms;
    preset.summary = summaryOf(name);
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
            what = variantTitle(variantOf(*figure.technique)) + u", "_s + what;
        numbers.append({what, publishedText(figure), ownText(figure, result)});
    }
    return numbers;
}

} // namespace pushlab::compare
