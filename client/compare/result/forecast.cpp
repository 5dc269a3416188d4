// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/forecast.h"

#include "client/compare/load/clientkind.h"
#include "client/compare/result/expectation.h"
#include "server/protocol/messagecodec.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double localTransit = 0.15; // ms, one way, on this machine

//! A message from the middle of the run, as the host encodes it.
protocol::Message messageOf(Variant sender, const RunOptions &options)
{
    const double seconds = std::chrono::duration<double>(options.warmUp).count()
        + std::chrono::duration<double>(options.duration).count() / 2;
    protocol::Message message;
    message.seq = std::max<qint64>(1, std::llround(options.rate * seconds));
    if (sender != Variant::TutorialQueue) // the queue's messages contain no sender
        message.from = QLatin1Char(clientKind(sender).letter) + QString::number(options.clients / 2);
    message.text = QString(options.size, u'x');
    message.accepted = 1.7e12; // a time with as many digits as all in the next 200 years
    if (traitsOf(sender).sendsInBand) // the host adds the time of sending
        message.via = techniqueOf(sender);
    return message;
}

//! Mean bytes of a message with the JSON around it, over all senders.
double messageBytes(Variant variant, const RunOptions &options)
{
    const QList<Variant> senders = options.isSimultaneous ? options.variants : QList{variant};
    double sum = 0;
    for (const Variant sender : senders)
        sum += double(clientKind(variant).messageBytes(protocol::encodeMessage(messageOf(sender, options))));
    return sum / double(senders.size());
}

} // namespace

QList<VariantResult> forecast(const RunOptions &options)
{
    const double transits = options.keepAlive ? 2 : 4;
    const double roundTrip = transits * (double(options.delay.count()) + localTransit);
    QList<VariantResult> results;
    for (const Variant variant : options.variants) {
        const ClientKind &kind = clientKind(variant);
        VariantResult result;
        result.variant = variant;
        result.clients = options.clients;
        result.rate = options.rate;
        result.headerBytes = kind.headerBytes;
        result.messageBytes = messageBytes(variant, options);
        result.handshakeBytes = kind.handshakeBytes;
        addExpectations(result, options, roundTrip, {});
        results.append(result);
    }
    return results;
}

} // namespace pushlab::compare
