// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/preset.h"

#include "client/theory/published.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

constexpr int httpClients = 1000; // with more clients on one machine, the machine itself is measured
constexpr double jsonAround = 105; // bytes around a text, approximately: the sources give sizes of whole messages

//! The greatest number of clients of the set-up's series that this machine can simulate.
int clientsOf(const theory::PublishedSetup &setup)
{
    int most = std::min(setup.clients.first(), httpClients);
    for (const int clients : setup.clients) {
        if (clients <= httpClients)
            most = std::max(most, clients);
    }
    return most;
}

//! One repeat with about 60 messages, which fits into 20 s. Chance leaves fewer than the 30 that a verdict needs once in 100,000
//! runs.
RunOptions quickRun()
{
    RunOptions options;
    options.preset = quickPreset;
    options.rate = 4;
    options.duration = 15s;
    options.warmUp = 2s;
    options.repeats = 1;
    options.isSimultaneous = true;
    return options;
}

} // namespace

QStringList presetNames()
{
    QStringList names{quickPreset};
    for (const theory::PublishedSetup &setup : theory::publishedSetups())
        names += setup.name;
    return names;
}

std::optional<RunOptions> presetNamed(const QString &name)
{
    if (name == quickPreset)
        return quickRun();
    const theory::PublishedSetup *const setup = theory::publishedSetup(name);
    if (!setup)
        return std::nullopt;
    const theory::Parameters &parameters = setup->parameters;
    RunOptions options;
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
    return options;
}

} // namespace pushlab::compare
