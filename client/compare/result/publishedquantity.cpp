// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/publishedquantity.h"

namespace pushlab::compare {

using theory::PublishedFigure;
using theory::Quantity;
using theory::Unit;

namespace {

constexpr double bitsPerMebibit = 1 << 20;

//! The quantity as measured by the run, in the figure's unit.
std::optional<double> measured(const PublishedFigure &figure, const RunResult &result, const VariantResult &one)
{
    const double transit = result.roundTrip / 2;
    const auto delay = [&](const Figure &of) {
        return figure.unit == Unit::Transits && transit > 0 ? of.value / transit : of.value;
    };
    const double perRound = double(one.clients) * one.repeats;
    const double headers = double(one.asking.up.header + one.asking.down.header);
    switch (figure.quantity) {
    case Quantity::Requests:
        return double(one.requests) / perRound;
    case Quantity::Bytes:
        return double(one.asking.total() + qint64(one.handshakeBytes * perRound)) / perRound;
    case Quantity::Throughput:
        return headers * 8 / one.seconds / bitsPerMebibit * (figure.clients > 0 ? figure.clients : one.clients) / one.clients;
    case Quantity::MeanDelay:
        return delay(one.mean);
    case Quantity::MedianDelay:
        return delay(one.p50);
    case Quantity::DelayP99:
        return delay(one.p99);
    case Quantity::GreatestDelay:
        return delay(one.max);
    case Quantity::MessagesIn:
        return double(one.sent) / one.seconds;
    case Quantity::MessagesOut:
        return double(one.messages) / one.seconds;
    case Quantity::Answers:
        return double(one.requests) / one.seconds;
    case Quantity::GreatestClients:
        return one.lost == 0 && one.failures == 0 ? std::optional(double(one.clients)) : std::nullopt;
    case Quantity::SafeHold:
        return double(result.options.hold.count()) / 1000;
    case Quantity::PollInterval:
        return double(result.options.pollInterval.count()) / 1000;
    case Quantity::ByteRatio:
        return one.bytesRatio;
    }
    Q_UNREACHABLE();
}

PublishedNumber besideOurs(const PublishedFigure &figure, const RunResult &result)
{
    PublishedNumber number;
    number.theirs = figure;
    for (const VariantResult &one : result.variants) {
        if (one.clients == 0 || one.repeats == 0 || one.seconds <= 0 || one.variant == Variant::TutorialQueue
            || (figure.technique && techniqueOf(one.variant) != *figure.technique))
            continue;
        number.ours = measured(figure, result, one);
        if (number.ours && figure.quantity == Quantity::Throughput && figure.clients > one.clients)
            number.scaledFrom = one.clients;
        break;
    }
    return number;
}

} // namespace

QList<PublishedNumber> publishedNumbers(const RunResult &result)
{
    const theory::PublishedSetup *const setup = theory::publishedSetup(result.options.preset);
    QList<PublishedNumber> numbers;
    if (!setup)
        return numbers;
    for (const PublishedFigure &figure : setup->figures)
        numbers.append(besideOurs(figure, result));
    return numbers;
}

} // namespace pushlab::compare
