// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/evaluation.h"

#include "client/compare/result/expectation.h"
#include "client/compare/result/verdict.h"
#include "client/theory/statistics.h"

#include <algorithm>
#include <functional>

namespace pushlab::compare {

namespace {

using Rounds = std::vector<const VariantRound *>;
using Measure = std::function<double(const VariantRound &)>;

double milliseconds(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1e6;
}

double quotient(double value, double by)
{
    return by > 0 ? value / by : 0;
}

Rounds roundsOf(Variant variant, const QList<RoundResult> &rounds)
{
    Rounds found;
    for (const RoundResult &round : rounds) {
        for (const VariantRound &one : round.variants) {
            if (one.variant == variant)
                found.push_back(&one);
        }
    }
    return found;
}

//! The figure of \a value over all rounds, with the confidence interval of the single rounds' values.
Figure figure(double value, const Rounds &rounds, const Measure &measure)
{
    std::vector<double> values;
    for (const VariantRound *const round : rounds)
        values.push_back(measure(*round));
    Figure figure;
    figure.value = value;
    const auto interval = theory::confidenceInterval(theory::summarize(values));
    if (interval && qsizetype(values.size()) >= minIntervalRepeats)
        figure.halfWidth = interval->halfWidth;
    return figure;
}

Counters countersOf(const Rounds &rounds)
{
    Counters sum;
    for (const VariantRound *const round : rounds)
        sum += round->counters;
    return sum;
}

void addUp(VariantResult &result, const Rounds &rounds)
{
    const Counters sum = countersOf(rounds);
    double clientSeconds = 0;
    std::optional<double> cpu = 0;
    qint64 handshakes = 0;
    for (const VariantRound *const round : rounds) {
        result.clients = round->clients;
        result.seconds += round->seconds;
        clientSeconds += round->seconds * round->clients;
        result.sent += round->sent;
        result.expected += round->expected;
        result.delivered += round->delivered;
        result.lost += round->lost;
        result.repeated += round->repeated;
        result.failures += round->failures;
        result.connections += round->connections;
        handshakes += round->handshakeBytes;
        result.delays.merge(round->delays);
        cpu = cpu && round->hostCpu ? std::optional(*cpu + *round->hostCpu) : std::nullopt;
    }
    result.repeats = int(rounds.size());
    result.timeline = rounds.front()->timeline;
    result.recording = rounds.front()->recording;
    result.rate = quotient(double(result.sent), result.seconds);
    result.requests = sum.requests;
    result.empty = sum.empty;
    result.messages = sum.messages;
    result.asking = sum.asking;
    result.sending = sum.sending;
    result.segmentBytes = double(sum.segmentBytes);
    result.handshakeBytes = quotient(double(handshakes), double(result.clients) * result.repeats);
    result.messageBytes = quotient(double(sum.messageBytes), double(sum.messages));
    result.headerBytes = sum.empty > 0 ? double(sum.emptyBytes) / double(sum.empty)
                                       : quotient(double(sum.asking.total() - sum.messageBytes), double(sum.requests));
    result.cpuPerMessage = cpu ? std::optional(quotient(*cpu, double(sum.messages))) : std::nullopt;
    const double minutes = clientSeconds / 60;
    result.requestsPerMinute.value = quotient(double(sum.requests), minutes);
    result.emptyShare.value = quotient(double(sum.empty), double(sum.requests));
    result.bytesPerMinute.value = quotient(double(sum.asking.total()), minutes);
    result.bytesPerMessage.value = quotient(double(sum.asking.total()), double(sum.messages));
}

void addFigures(VariantResult &result, const Rounds &rounds)
{
    const auto perMinute = [](const VariantRound &round, qint64 count) {
        return quotient(double(count) * 60, round.seconds * round.clients);
    };
    result.requestsPerMinute = figure(result.requestsPerMinute.value, rounds,
                                      [&](const auto &round) { return perMinute(round, round.counters.requests); });
    result.emptyShare = figure(result.emptyShare.value, rounds, [](const auto &round) {
        return quotient(double(round.counters.empty), double(round.counters.requests));
    });
    result.bytesPerMinute = figure(result.bytesPerMinute.value, rounds,
                                   [&](const auto &round) { return perMinute(round, round.counters.asking.total()); });
    result.bytesPerMessage = figure(result.bytesPerMessage.value, rounds, [](const auto &round) {
        return quotient(double(round.counters.asking.total()), double(round.counters.messages));
    });
    const auto delay = [&](const auto &of) {
        return figure(milliseconds(of(result.delays)), rounds, [&](const auto &round) { return milliseconds(of(round.delays)); });
    };
    using Histogram = protocol::DelayHistogram;
    result.mean = delay([](const Histogram &delays) { return delays.mean(); });
    result.p50 = delay([](const Histogram &delays) { return delays.quantile(0.5); });
    result.p95 = delay([](const Histogram &delays) { return delays.quantile(0.95); });
    result.p99 = delay([](const Histogram &delays) { return delays.quantile(0.99); });
    result.max = delay([](const Histogram &delays) { return delays.max(); });
}

//! R of theory: the typical round trip of polls, which are answered at once; without polls, the shortest one of the clock's
//! requests.
double roundTripOf(const QList<RoundResult> &rounds)
{
    protocol::DelayHistogram polls;
    double shortest = 0;
    for (const RoundResult &round : rounds) {
        for (const VariantRound &one : round.variants)
            polls.merge(one.roundTrips);
        if (round.shortestRoundTrip > 0 && (shortest == 0 || round.shortestRoundTrip < shortest))
            shortest = round.shortestRoundTrip;
    }
    return polls.isEmpty() ? shortest : milliseconds(polls.quantile(0.5));
}

void setRatios(QList<VariantResult> &results)
{
    double bytes = 0;
    double delay = 0;
    for (const VariantResult &result : results) {
        bytes = bytes > 0 ? std::min(bytes, result.bytesPerMessage.value) : result.bytesPerMessage.value;
        delay = delay > 0 ? std::min(delay, result.mean.value) : result.mean.value;
    }
    for (VariantResult &result : results) {
        result.bytesRatio = quotient(result.bytesPerMessage.value, bytes);
        result.delayRatio = quotient(result.mean.value, delay);
    }
}

} // namespace

RunResult evaluate(const RunOptions &options, bool isOwnHost, const QList<RoundResult> &rounds)
{
    RunResult result;
    result.options = options;
    result.isOwnHost = isOwnHost;
    result.roundTrip = roundTripOf(rounds);
    for (const RoundResult &round : rounds) {
        result.isPartial = result.isPartial || round.isCut;
        result.loadBusy = std::max(result.loadBusy, round.loadBusy);
        result.clockUncertainty = std::max(result.clockUncertainty, round.clockUncertainty);
    }
    QList<DelaySummary> delays;
    for (const Variant variant : options.variants) {
        const Rounds own = roundsOf(variant, rounds);
        if (own.empty())
            continue;
        VariantResult one;
        one.variant = variant;
        addUp(one, own);
        addFigures(one, own);
        std::vector<double> samples;
        std::vector<double> messages;
        for (const VariantRound *const round : own) {
            one.samples += round->delayMessages;
            samples.insert(samples.end(), round->samples.begin(), round->samples.end());
            messages.insert(messages.end(), round->messageDelays.begin(), round->messageDelays.end());
        }
        addExpectations(one, options, result.roundTrip, samples);
        delays.append({variant, {theory::summarize(messages), one.rate, one.mean.halfWidth}});
        result.variants.append(one);
        result.isPartial = result.isPartial || one.repeats < options.repeats;
    }
    result.isPartial = result.isPartial || result.variants.size() < options.variants.size();
    setRatios(result.variants);
    result.findings = findingsOn(delays, result.clockUncertainty);
    return result;
}

} // namespace pushlab::compare
