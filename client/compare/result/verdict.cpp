// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/verdict.h"

#include <algorithm>

namespace pushlab::compare {

using theory::Verdict;

namespace {

Conclusion::Kind kindOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::FirstFaster:
    case Verdict::SecondFaster:
        return Conclusion::Kind::Faster;
    case Verdict::TooFewSamples:
        return Conclusion::Kind::TooFewMessages;
    case Verdict::RatesDiffer:
        return Conclusion::Kind::RatesDiffer;
    case Verdict::ClockTooUncertain:
        return Conclusion::Kind::ClocksTooUncertain;
    case Verdict::WithinChance:
        return Conclusion::Kind::WithinChance;
    }
    Q_UNREACHABLE();
}

double meanDelayOf(const RunResult &result, Variant variant)
{
    const auto one = std::find_if(result.variants.begin(), result.variants.end(),
                                  [variant](const VariantResult &each) { return each.variant == variant; });
    return one == result.variants.end() ? 0 : one->mean.value;
}

QList<Conclusion> conclusionsOnSpeed(const RunResult &result)
{
    QList<Conclusion> doubts;
    Conclusion faster;
    faster.kind = Conclusion::Kind::Faster;
    faster.amount = result.clockDoubt();
    for (const Finding &finding : result.findings) {
        if (faster.shares.isEmpty())
            faster.shares.append({finding.shortest, meanDelayOf(result, finding.shortest)});
        const Conclusion::Share other{finding.other, meanDelayOf(result, finding.other)};
        const Conclusion::Kind kind = kindOf(finding.verdict);
        if (kind == Conclusion::Kind::Faster) {
            faster.shares.append(other);
            continue;
        }
        Conclusion doubt;
        doubt.kind = kind;
        doubt.shares = {{finding.shortest, meanDelayOf(result, finding.shortest)}, other};
        doubt.amount = kind == Conclusion::Kind::ClocksTooUncertain ? result.clockUncertainty : 0;
        doubts.append(doubt);
    }
    if (faster.shares.size() > 1)
        doubts.prepend(faster);
    return doubts;
}

std::optional<Conclusion> conclusionOnBytes(const RunResult &result)
{
    const auto byBytes = [](const VariantResult &a, const VariantResult &b) {
        return a.bytesPerMessage.value < b.bytesPerMessage.value;
    };
    const auto [least, most] = std::minmax_element(result.variants.begin(), result.variants.end(), byBytes);
    if (least->messages == 0 || most->messages == 0 || least == most)
        return std::nullopt;
    Conclusion apart;
    apart.kind = Conclusion::Kind::BytesApart;
    apart.shares = {{least->variant, least->bytesPerMessage.value}, {most->variant, most->bytesPerMessage.value}};
    apart.amount = most->bytesRatio;
    return apart;
}

Conclusion conclusionOnLosses(const RunResult &result)
{
    Conclusion losses;
    for (const VariantResult &one : result.variants) {
        losses.lost += one.lost;
        losses.repeated += one.repeated;
    }
    losses.kind = losses.lost == 0 && losses.repeated == 0 ? Conclusion::Kind::NothingLost : Conclusion::Kind::LostOrRepeated;
    return losses;
}

} // namespace

QList<Finding> findingsOn(QList<DelaySummary> delays, double clockUncertainty)
{
    std::sort(delays.begin(), delays.end(), [](const auto &a, const auto &b) { return a.sample.delay.mean < b.sample.delay.mean; });
    QList<Finding> findings;
    for (qsizetype i = 1; i < delays.size(); ++i) {
        findings.append({delays.first().variant, delays.at(i).variant,
                         theory::compareDelays(delays.first().sample, delays.at(i).sample, clockUncertainty)});
    }
    return findings;
}

QList<Conclusion> conclusionsOn(const RunResult &result)
{
    if (result.variants.isEmpty())
        return {Conclusion()};
    if (result.findings.isEmpty() && result.variants.size() > 1 && !result.statedVerdict.isEmpty()) {
        Conclusion stated;
        stated.kind = Conclusion::Kind::Stated;
        stated.sentence = result.statedVerdict;
        return {stated};
    }
    QList<Conclusion> conclusions = conclusionsOnSpeed(result);
    if (const auto bytes = conclusionOnBytes(result))
        conclusions.append(*bytes);
    conclusions.append(conclusionOnLosses(result));
    return conclusions;
}

} // namespace pushlab::compare
