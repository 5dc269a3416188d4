// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/expectation.h"

#include "client/theory/kolmogorovsmirnov.h"
#include "client/theory/models.h"
#include "client/theory/tutorialqueue.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using theory::Seconds;

namespace {

constexpr int cdfSteps = 100;

double milliseconds(Seconds time)
{
    return time.count() * 1000;
}

void expectDelay(Figure &figure, Seconds delay)
{
    const double expected = milliseconds(delay);
    if (!std::isfinite(expected))
        return;
    figure.theory = expected;
    figure.isComparable = expected >= leastComparedDelay;
}

void expectQueue(VariantResult &result, const theory::Parameters &parameters)
{
    result.requestsPerMinute.theory = theory::tutorialqueue::requestsPerMinute(parameters);
    result.emptyShare.theory = theory::tutorialqueue::emptyShare(parameters);
    result.bytesPerMinute.theory = theory::tutorialqueue::bytesPerMinute(parameters);
    expectDelay(result.mean, theory::tutorialqueue::meanDelay(parameters));
}

void expectTechnique(VariantResult &result, const theory::Parameters &parameters, std::span<const double> samples)
{
    const protocol::Technique technique = techniqueOf(result.variant);
    result.requestsPerMinute.theory = theory::requestsPerMinute(technique, parameters);
    result.emptyShare.theory = theory::emptyShare(technique, parameters);
    result.bytesPerMinute.theory = theory::bytesPerMinute(technique, parameters);
    const theory::DelayModel delay = theory::delay(technique, parameters);
    expectDelay(result.mean, delay.mean());
    expectDelay(result.p50, delay.quantile(0.5));
    expectDelay(result.p95, delay.quantile(0.95));
    expectDelay(result.p99, delay.quantile(0.99));
    expectDelay(result.max, delay.greatest());
    for (int step = 0; step <= cdfSteps; ++step) {
        const double share = double(step) / cdfSteps;
        result.expectedDelays.append({std::chrono::round<std::chrono::nanoseconds>(delay.quantile(share)), share});
    }
    if (delay.isContinuous() && !samples.empty()) {
        const auto test = theory::kolmogorovSmirnov(samples, [&](double ms) { return delay.cdf(Seconds(ms / 1000)); });
        result.fit = Fit{test.n, test.statistic, test.pValue};
    }
}

} // namespace

theory::Parameters parametersOf(const VariantResult &result, const RunOptions &options, double roundTrip)
{
    theory::Parameters parameters;
    const int transits = options.keepAlive ? 2 : 4; // including the opening of a connection
    parameters.rate = result.rate;
    parameters.oneWay = Seconds(roundTrip / 1000 / transits);
    parameters.turnAround = Seconds(0);
    parameters.pollInterval = options.pollInterval;
    parameters.hold = options.hold;
    parameters.headerBytes = result.headerBytes;
    parameters.messageBytes = result.messageBytes;
    const double seconds = std::chrono::duration<double>(options.warmUp).count()
        + std::chrono::duration<double>(options.duration).count() / 2;
    parameters.messageNumber = std::max(1.0, result.rate * seconds);
    parameters.connections = options.keepAlive ? theory::Connections::KeptAlive : theory::Connections::NewEachTime;
    return parameters;
}

void addExpectations(VariantResult &result, const RunOptions &options, double roundTrip, std::span<const double> samples)
{
    const theory::Parameters parameters = parametersOf(result, options, roundTrip);
    if (!theory::isValid(parameters))
        return;
    if (result.variant == Variant::TutorialQueue)
        expectQueue(result, parameters);
    else
        expectTechnique(result, parameters, samples);
    if (result.rate > 0 && result.bytesPerMinute.theory)
        result.bytesPerMessage.theory = *result.bytesPerMinute.theory / (60 * result.rate);
}

} // namespace pushlab::compare
