// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/publishedquantity.h"

#include "client/compare/result/wording.h"

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using theory::PublishedFigure;
using theory::Quantity;
using theory::Unit;

namespace {

constexpr double bitsPerMebibit = 1 << 20;

QString nameOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Requests:
        return u"requests"_s;
    case Quantity::Bytes:
        return u"bytes"_s;
    case Quantity::Throughput:
        return u"header throughput"_s;
    case Quantity::MeanDelay:
        return u"mean delay"_s;
    case Quantity::MedianDelay:
        return u"median delay"_s;
    case Quantity::DelayP99:
        return u"p99 of the delay"_s;
    case Quantity::GreatestDelay:
        return u"greatest delay"_s;
    case Quantity::MessagesIn:
        return u"messages in"_s;
    case Quantity::MessagesOut:
        return u"messages out"_s;
    case Quantity::Answers:
        return u"answers"_s;
    case Quantity::GreatestClients:
        return u"most clients"_s;
    case Quantity::SafeHold:
        return u"safe hold"_s;
    case Quantity::PollInterval:
        return u"poll interval"_s;
    case Quantity::ByteRatio:
        return u"bytes, polling to WebSocket"_s;
    }
    Q_UNREACHABLE();
}

QString withUnit(double value, Unit unit)
{
    switch (unit) {
    case Unit::Requests:
    case Unit::Clients:
        return numberText(value);
    case Unit::Bytes:
        return numberText(value) + u" B"_s;
    case Unit::MebibitsPerSecond:
        return QString::number(value, 'g', 3) + u" Mbit/s"_s;
    case Unit::MessagesPerSecond:
    case Unit::AnswersPerSecond:
        return numberText(value) + u"/s"_s;
    case Unit::Milliseconds:
        return delayText(value);
    case Unit::InSeconds:
        return delayText(value * 1000);
    case Unit::Transits:
        return numberText(value) + u" transits"_s;
    case Unit::Ratio:
        return numberText(value) + u" : 1"_s;
    }
    Q_UNREACHABLE();
}

//! What it is in the run, in the figure's unit.
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

} // namespace

QString quantityText(const PublishedFigure &figure)
{
    return figure.clients > 1 ? nameOf(figure.quantity) + u" with %1 clients"_s.arg(numberText(figure.clients))
                              : nameOf(figure.quantity);
}

QString publishedText(const PublishedFigure &figure)
{
    return withUnit(figure.value, figure.unit);
}

QString ownText(const PublishedFigure &figure, const RunResult &result)
{
    for (const VariantResult &one : result.variants) {
        if (one.clients == 0 || one.repeats == 0 || one.seconds <= 0 || one.variant == Variant::TutorialQueue
            || (figure.technique && techniqueOf(one.variant) != *figure.technique))
            continue;
        const auto value = measured(figure, result, one);
        if (!value)
            return u"–"_s;
        const bool isScaled = figure.quantity == Quantity::Throughput && figure.clients > one.clients;
        return withUnit(*value, figure.unit) + (isScaled ? u" (from %1 clients)"_s.arg(one.clients) : QString());
    }
    return u"–"_s;
}

} // namespace pushlab::compare
