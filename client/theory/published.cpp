// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/published.h"

#include "server/protocol/techniqueoffer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::theory {

using protocol::defaultTechniques;
using protocol::Technique;

namespace {

PublishedSetup quiet()
{
    Parameters parameters;
    parameters.rate = 0.1; // 6 a minute
    return {u"quiet"_s, {}, parameters, defaultTechniques(), {30}, 1, 1, 60s, false, {}, false};
}

PublishedSetup busy()
{
    Parameters parameters;
    parameters.rate = 4; // 240 a minute
    return {u"busy"_s, {}, parameters, defaultTechniques(), {30}, 1, 1, 30s, false, {}, false};
}

PublishedSetup slowPhone()
{
    Parameters parameters;
    parameters.rate = 4;
    parameters.oneWay = 150ms;
    return {u"slow-phone"_s, {}, parameters, defaultTechniques(), {30}, 1, 1, 60s, false, {}, true};
}

PublishedSetup tutorial()
{
    Parameters parameters;
    parameters.rate = 0.5; // the crossover for a poll every 2 s
    parameters.pollInterval = 2s;
    parameters.pollTimer = PollTimer::RunsOn; // setInterval
    parameters.hold = 10s;
    return {u"tutorial"_s, {}, parameters, defaultTechniques(), {30}, 1, 1, 60s, false, {}, true};
}

PublishedSetup lubbers()
{
    Parameters parameters;
    parameters.rate = 1;
    parameters.oneWay = 50ms;
    parameters.pollInterval = 1s;
    parameters.pollTimer = PollTimer::RunsOn;
    parameters.headerBytes = 871; // request and answer of one poll
    QList<PublishedFigure> figures;
    const auto add = [&figures](Technique technique, int clients, double mebibits) {
        figures.append({Quantity::Throughput, technique, clients, mebibits, Unit::MebibitsPerSecond});
    };
    add(Technique::Polling, 1'000, 6.6);
    add(Technique::Polling, 10'000, 66);
    add(Technique::Polling, 100'000, 665);
    add(Technique::WebSocket, 1'000, 0.015);
    add(Technique::WebSocket, 10'000, 0.153);
    add(Technique::WebSocket, 100'000, 1.526);
    figures.append({Quantity::GreatestDelay, Technique::Polling, 0, 150, Unit::Milliseconds});
    figures.append({Quantity::GreatestDelay, Technique::WebSocket, 0, 50, Unit::Milliseconds});
    return {u"lubbers"_s,
            u"Peter Lubbers, Frank Greco: HTML5 WebSocket: a quantum leap in scalability for the Web, 2010"_s,
            parameters,
            {Technique::Polling, Technique::WebSocket},
            {1'000, 10'000, 100'000},
            1,
            1,
            30s,
            true,
            figures,
            true};
}

PublishedSetup rfc6202()
{
    Parameters parameters;
    parameters.rate = 0.1;
    parameters.oneWay = 150ms;
    parameters.hold = 30s;
    const auto longPolling = Technique::LongPolling;
    return {u"rfc6202"_s,
            u"RFC 6202: Known Issues and Best Practices for the Use of Long Polling and Streaming, 2011"_s,
            parameters,
            {longPolling},
            {30},
            1,
            1,
            60s,
            false,
            {{Quantity::MeanDelay, longPolling, 0, 1, Unit::Transits},
             {Quantity::GreatestDelay, longPolling, 0, 3, Unit::Transits},
             {Quantity::SafeHold, longPolling, 0, 30, Unit::InSeconds}},
            true};
}

PublishedSetup abril()
{
    Parameters parameters;
    parameters.rate = 1;
    parameters.pollInterval = 250ms;
    parameters.pollTimer = PollTimer::RunsOn;
    parameters.headerBytes = (10'586. - 4'574) / (16 - 6); // derived from the bytes of ten additional requests
    const auto polling = Technique::Polling;
    const auto longPolling = Technique::LongPolling;
    const auto socket = Technique::WebSocket;
    return {u"abril"_s,
            u"Abril: 09-23-17-real-time-methods, 2017"_s,
            parameters,
            defaultTechniques(),
            {1},
            1,
            1,
            5s,
            true,
            {{Quantity::Requests, polling, 1, 16, Unit::Requests},
             {Quantity::Bytes, polling, 1, 10'586, Unit::Bytes},
             {Quantity::Requests, longPolling, 1, 6, Unit::Requests},
             {Quantity::Bytes, longPolling, 1, 4'574, Unit::Bytes},
             {Quantity::Requests, socket, 1, 2, Unit::Requests},
             {Quantity::Bytes, socket, 1, 1'747, Unit::Bytes}},
            true};
}

PublishedSetup vandevyvere()
{
    Parameters parameters;
    parameters.rate = 0.2; // every 5 s
    parameters.pollInterval = 500ms;
    parameters.messageBytes = 5'200;
    return {u"vandevyvere"_s,
            u"Brecht Van de Vyvere and others: Comparing a polling and push-based approach for live Open Data "
            "interfaces, 2020"_s,
            parameters,
            {Technique::Polling, Technique::WebSocket},
            {100, 1'000, 5'000, 10'000, 25'000},
            1,
            1,
            60s,
            true,
            {{Quantity::GreatestClients, Technique::Polling, 0, 5'000, Unit::Clients}},
            true};
}

PublishedSetup cometd()
{
    constexpr double clients = 1'000;
    constexpr double answers = 36'083; // per second, of all clients together
    constexpr double messages = 91'853;
    Parameters parameters;
    parameters.rate = messages / clients;
    parameters.oneWay = 0s;
    // With 92 messages a second requests are hardly ever held: R is approximately a client's time between answers.
    parameters.turnAround = Seconds(clients / answers);
    parameters.hold = 30s;
    parameters.messageBytes = 50;
    const auto longPolling = Technique::LongPolling;
    return {u"cometd"_s,
            u"CometD: chat benchmark"_s,
            parameters,
            {longPolling},
            {1'000},
            100,
            10,
            30s,
            false,
            {{Quantity::MessagesIn, longPolling, 0, 919, Unit::MessagesPerSecond},
             {Quantity::MessagesOut, longPolling, 0, messages, Unit::MessagesPerSecond},
             {Quantity::Answers, longPolling, 0, answers, Unit::AnswersPerSecond},
             {Quantity::MedianDelay, longPolling, 0, 22, Unit::Milliseconds},
             {Quantity::DelayP99, longPolling, 0, 52, Unit::Milliseconds},
             {Quantity::GreatestDelay, longPolling, 0, 89, Unit::Milliseconds}},
            true};
}

} // namespace

const QList<PublishedSetup> &publishedSetups()
{
    static const QList<PublishedSetup> setups{quiet(),   busy(),  slowPhone(),   tutorial(), lubbers(),
                                              rfc6202(), abril(), vandevyvere(), cometd()};
    return setups;
}

const PublishedSetup *publishedSetup(const QString &name)
{
    const auto &setups = publishedSetups();
    const auto found = std::find_if(setups.begin(), setups.end(),
                                    [&name](const PublishedSetup &setup) { return setup.name == name; });
    return found == setups.end() ? nullptr : &*found;
}

} // namespace pushlab::theory
