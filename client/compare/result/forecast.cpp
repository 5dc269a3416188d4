// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/forecast.h"

#include "client/compare/result/expectation.h"
#include "server/protocol/messagecodec.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double localTransit = 0.15; // ms, one way on this machine

//! Bytes of both heads of a poll with an answer's empty body, and of a whole handshake, as the clients and the host write them.
struct Sizes
{
    double header = 0;
    double handshake = 0;
};

Sizes sizesOf(Variant variant)
{
    switch (variant) {
    case Variant::Polling:
    case Variant::LongPolling:
        return {570, 0};
    case Variant::WebSocket:
        return {0, 994};
    case Variant::TutorialQueue:
        return {506, 5214};
    }
    Q_UNREACHABLE();
}

//! A message from the middle of the run, as the host encodes it.
protocol::Message messageOf(Variant sender, const RunOptions &options)
{
    constexpr QLatin1StringView names = "plwt"_L1; // by Variant, as the virtual clients call themselves
    const double seconds = std::chrono::duration<double>(options.warmUp).count()
        + std::chrono::duration<double>(options.duration).count() / 2;
    protocol::Message message;
    message.seq = std::max<qint64>(1, std::llround(options.rate * seconds));
    if (sender != Variant::TutorialQueue) // whose messages say nothing of their sender
        message.from = names.at(qsizetype(sender)) + QString::number(options.clients / 2);
    message.text = QString(options.size, u'x');
    message.accepted = 1.7e12; // of as many digits as for the next 200 years
    if (sender == Variant::WebSocket)
        message.via = protocol::Technique::WebSocket;
    return message;
}

//! Bytes of a message with the JSON around it, in the mean over those who send.
double messageBytes(Variant variant, const RunOptions &options)
{
    if (variant == Variant::TutorialQueue)
        return 2.0 * options.size - 3; // carries the text twice
    const QList<Variant> senders = options.isSimultaneous ? options.variants : QList{variant};
    double sum = 0;
    for (const Variant sender : senders) {
        const protocol::EncodedEntry message = protocol::encodeMessage(messageOf(sender, options));
        sum += double(variant == Variant::WebSocket ? protocol::messageFrame(message).size() : message.json.size());
    }
    return sum / double(senders.size());
}

} // namespace

QList<VariantResult> forecast(const RunOptions &options)
{
    const double transits = options.keepAlive ? 2 : 4;
    const double roundTrip = transits * (double(options.delay.count()) + localTransit);
    QList<VariantResult> results;
    for (const Variant variant : options.variants) {
        const Sizes sizes = sizesOf(variant);
        VariantResult result;
        result.variant = variant;
        result.clients = options.clients;
        result.rate = options.rate;
        result.headerBytes = sizes.header;
        result.messageBytes = messageBytes(variant, options);
        result.handshakeBytes = sizes.handshake;
        addExpectations(result, options, roundTrip, {});
        results.append(result);
    }
    return results;
}

} // namespace pushlab::compare
