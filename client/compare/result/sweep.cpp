// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/sweep.h"

#include "client/compare/result/expectation.h"
#include "client/compare/result/runoptions.h"
#include "client/theory/models.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
namespace {

constexpr double stepRatio = 2; // approximate ratio between two rates

const VariantResult *find(const RunResult &run, Variant variant)
{
    for (const VariantResult &one : run.variants) {
        if (one.variant == variant)
            return &one;
    }
    return nullptr;
}

//! Where the ratio of requests crosses 1 between two points, interpolated linearly in logarithms.
std::optional<double> crossingBetween(const SweepResult::Point &a, const SweepResult::Point &b)
{
    if (a.polling <= 0 || b.polling <= 0 || a.longPolling <= 0 || b.longPolling <= 0)
        return std::nullopt;
    const double before = std::log(a.longPolling / a.polling);
    const double after = std::log(b.longPolling / b.polling);
    if (before > 0 || after <= 0)
        return std::nullopt;
    const double share = before / (before - after);
    return std::exp(std::log(a.rate) + share * (std::log(b.rate) - std::log(a.rate)));
}

} // namespace

QList<double> Sweep::rates() const
{
    const int steps = std::max(2, int(std::ceil(std::log(to / from) / std::log(stepRatio))));
    QList<double> rates;
    for (int i = 0; i <= steps; ++i)
        rates.append(from * std::pow(to / from, double(i) / steps));
    return rates;
}

std::optional<Sweep> parseSweep(const QString &text)
{
    static const QRegularExpression form(u"^rate=(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const Sweep sweep{match.captured(1).toDouble(), match.captured(2).toDouble()};
    const bool isWell = match.hasMatch() && sweep.from >= minRate && sweep.to <= maxRate && sweep.from < sweep.to;
    return isWell ? std::optional(sweep) : std::nullopt;
}

SweepResult evaluateSweep(const QList<RunResult> &runs)
{
    SweepResult result;
    for (const RunResult &run : runs) {
        const VariantResult *const polling = find(run, Variant::Polling);
        const VariantResult *const longPolling = find(run, Variant::LongPolling);
        if (!polling || !longPolling || longPolling->rate <= 0)
            continue;
        const SweepResult::Point point{longPolling->rate, polling->requestsPerMinute.value, longPolling->requestsPerMinute.value};
        if (!result.points.isEmpty() && !result.crossover)
            result.crossover = crossingBetween(result.points.last(), point);
        result.points.append(point);
        const theory::Parameters parameters = parametersOf(*polling, run.options, run.roundTrip);
        if (!theory::isValid(parameters))
            continue;
        result.ruleOfThumb = theory::ruleOfThumb(parameters);
        const theory::Crossover crossover = theory::crossover(parameters);
        if (crossover.kind == theory::Crossover::Kind::AtRate)
            result.expected = crossover.rate;
    }
    return result;
}

} // namespace pushlab::compare
