// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/forecast.h"

#include "client/compare/expectation.h"

namespace pushlab::compare {

namespace {

constexpr double localTransit = 0.15; // ms, one way on this machine

//! Bytes as the clients and the host write them: both heads with an answer's empty body, and a message with the JSON around it.
struct Sizes
{
    double header = 0;
    double message = 0;
    double handshake = 0;
};

Sizes sizesOf(Contestant contestant, int text)
{
    switch (contestant) {
    case Contestant::Polling:
    case Contestant::LongPolling: return {570, text + 85.0, 0};
    case Contestant::WebSocket: return {0, text + 94.0, 994};
    case Contestant::TutorialQueue: return {506, 2.0 * text - 3, 5098}; // carries the text twice
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ContestantResult> forecast(const RunOptions &options)
{
    const double transits = options.keepAlive ? 2 : 4;
    const double roundTrip = transits * (double(options.delay.count()) + localTransit);
    QList<ContestantResult> results;
    for (const Contestant contestant : options.contestants) {
        const Sizes sizes = sizesOf(contestant, options.size);
        ContestantResult result;
        result.contestant = contestant;
        result.clients = options.clients;
        result.rate = options.rate;
        result.headerBytes = sizes.header;
        result.messageBytes = sizes.message;
        result.handshakeBytes = sizes.handshake;
        addExpectations(result, options, roundTrip, {});
        results.append(result);
    }
    return results;
}

} // namespace pushlab::compare
