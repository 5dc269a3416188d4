// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/verdict.h"

#include "client/compare/result/wording.h"

#include <algorithm>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
using theory::Verdict;

namespace {

//! Why nobody may say that one of the two is faster; empty when somebody may.
QString doubt(const Finding &finding, double clockUncertainty)
{
    const QString pair = variantTitle(finding.shortest) + u" or "_s + variantTitle(finding.other);
    switch (finding.verdict) {
    case Verdict::FirstFaster:
    case Verdict::SecondFaster:
        return {};
    case Verdict::TooFewSamples:
        return u"Whether %1 is faster cannot be said: fewer than 30 messages were received."_s.arg(pair);
    case Verdict::RatesDiffer:
        return u"Whether %1 is faster cannot be said: they did not have the same rate of messages."_s.arg(pair);
    case Verdict::ClockTooUncertain:
        return u"Whether %1 is faster cannot be said: the clocks' uncertainty (± %2) exceeds the difference."_s.arg(
            pair, delayText(clockUncertainty));
    case Verdict::WithinChance:
        return u"Whether %1 is faster cannot be said: the difference is within chance."_s.arg(pair);
    }
    Q_UNREACHABLE();
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString bytesSentence(const RunResult &result)
{
    const auto byBytes = [](const VariantResult &a, const VariantResult &b) {
        return a.bytesPerMessage.value < b.bytesPerMessage.value;
    };
    const auto [least, most] = std::minmax_element(result.variants.begin(), result.variants.end(), byBytes);
    if (least->messages == 0 || most->messages == 0 || least == most)
        return {};
    return u"%1 took %2 for each delivered message, %3 took %4: %5 times as many."_s.arg(
        capitalized(variantTitle(least->variant)), bytesText(least->bytesPerMessage.value), variantTitle(most->variant),
        bytesText(most->bytesPerMessage.value), numberText(most->bytesRatio));
}

QString meanDelayOf(const RunResult &result, Variant variant)
{
    for (const VariantResult &one : result.variants) {
        if (one.variant == variant)
            return measuredDelay(one.mean.value, result.clockDoubt());
    }
    return {};
}

QString speedSentence(const RunResult &result)
{
    QStringList others;
    QStringList doubts;
    for (const Finding &finding : result.findings) {
        const QString why = doubt(finding, result.clockUncertainty);
        if (why.isEmpty())
            others += u"%1 %2"_s.arg(variantTitle(finding.other), meanDelayOf(result, finding.other));
        else
            doubts += why;
    }
    QStringList sentences;
    if (!others.isEmpty()) {
        const Variant shortest = result.findings.first().shortest;
        sentences += u"%1 was faster: a message took %2 on average, with %3."_s.arg(
            capitalized(variantTitle(shortest)), meanDelayOf(result, shortest), others.join(u", with "_s));
    }
    return (sentences + doubts).join(u' ');
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

QString verdictOn(const RunResult &result)
{
    qint64 lost = 0;
    qint64 repeated = 0;
    for (const VariantResult &one : result.variants) {
        lost += one.lost;
        repeated += one.repeated;
    }
    QStringList sentences;
    if (result.variants.isEmpty())
        return u"Nothing was measured."_s;
    sentences += speedSentence(result);
    sentences += bytesSentence(result);
    sentences += lost == 0 && repeated == 0 ? u"No message was lost or repeated."_s
                                            : u"%1 messages were lost and %2 repeated."_s.arg(lost).arg(repeated);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace pushlab::compare
