// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runtext.h"

#include "app/windows/compare/variantstyle.h"
#include "client/compare/result/evaluation.h"
#include "client/widgets/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Finding;
using compare::RoundPhase;
using compare::RunResult;
using compare::VariantResult;
using theory::Verdict;
using widgets::bytesText;
using widgets::delayText;

namespace {

//! Texts of this file, which has no class of its own.
struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

QString phaseText(RoundPhase phase)
{
    switch (phase) {
    case RoundPhase::Connecting:
        return RunText::tr("connecting");
    case RoundPhase::WarmUp:
        return RunText::tr("warming up");
    case RoundPhase::Measuring:
        return RunText::tr("measuring");
    case RoundPhase::Draining:
        return RunText::tr("waiting for the last messages");
    }
    Q_UNREACHABLE();
}

QString meanDelay(const RunResult &result, compare::Variant variant)
{
    const auto one = std::find_if(result.variants.begin(), result.variants.end(),
                                  [&](const VariantResult &each) { return each.variant == variant; });
    return one == result.variants.end() ? QString() : widgets::measuredDelay(one->mean.value, result.clockDoubt());
}

QString doubtText(const Finding &finding, double clockUncertainty)
{
    const QString shortest = variantLabel(finding.shortest);
    const QString other = variantLabel(finding.other);
    switch (finding.verdict) {
    case Verdict::FirstFaster:
    case Verdict::SecondFaster:
        return {};
    case Verdict::TooFewSamples:
        return RunText::tr("Whether %1 or %2 is faster cannot be said: fewer than 30 messages were received.").arg(shortest, other);
    case Verdict::RatesDiffer:
        return RunText::tr("Whether %1 or %2 is faster cannot be said: they did not have the same rate of messages.").arg(shortest, other);
    case Verdict::ClockTooUncertain:
        return RunText::tr("Whether %1 or %2 is faster cannot be said: the clocks’ uncertainty (± %3) exceeds the difference.")
            .arg(shortest, other, delayText(clockUncertainty));
    case Verdict::WithinChance:
        return RunText::tr("Whether %1 or %2 is faster cannot be said: the difference is within chance.").arg(shortest, other);
    }
    Q_UNREACHABLE();
}

QStringList speedSentences(const RunResult &result)
{
    QStringList slower;
    QStringList doubts;
    for (const Finding &finding : result.findings) {
        if (finding.verdict == Verdict::FirstFaster)
            slower += RunText::tr("%1 %2", "technique, delay").arg(variantLabel(finding.other), meanDelay(result, finding.other));
        else
            doubts += doubtText(finding, result.clockUncertainty);
    }
    QStringList sentences;
    if (!slower.isEmpty()) {
        const compare::Variant shortest = result.findings.first().shortest;
        sentences += RunText::tr("%1 was fastest: a message took %2 on average; %3.")
                         .arg(variantLabel(shortest), meanDelay(result, shortest), slower.join(RunText::tr(", ", "in a list")));
    }
    return sentences + doubts;
}

QString bytesSentence(const RunResult &result)
{
    const auto byBytes = [](const VariantResult &a, const VariantResult &b) {
        return a.bytesPerMessage.value < b.bytesPerMessage.value;
    };
    const auto [least, most] = std::minmax_element(result.variants.begin(), result.variants.end(), byBytes);
    if (least == most || least->messages == 0 || most->messages == 0)
        return {};
    return RunText::tr("%1 took %2 for each delivered message, %3 took %4: %5 times as many.")
        .arg(variantLabel(least->variant), bytesText(least->bytesPerMessage.value), variantLabel(most->variant),
             bytesText(most->bytesPerMessage.value), QLocale().toString(most->bytesRatio, 'f', 1));
}

QString lossSentence(const RunResult &result)
{
    qint64 lost = 0;
    qint64 repeated = 0;
    for (const VariantResult &one : result.variants) {
        lost += one.lost;
        repeated += one.repeated;
    }
    if (lost == 0 && repeated == 0)
        return RunText::tr("No message was lost or repeated.");
    return RunText::tr("Lost messages: %1; repeated ones: %2.").arg(widgets::countText(lost), widgets::countText(repeated));
}

} // namespace

QString clockText(std::chrono::milliseconds time)
{
    const qint64 seconds = std::max<qint64>(0, (time.count() + 500) / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString progressText(const compare::Progress &progress)
{
    QStringList titles;
    for (const compare::Variant variant : progress.variants)
        titles += variantLabel(variant);
    return RunText::tr("%1, %2 of %3: %4 · %5 gone, %6 left")
        .arg(titles.join(u" + "_s), QLocale().toString(progress.repeat), QLocale().toString(progress.repeats),
             phaseText(progress.phase), clockText(progress.elapsed), clockText(progress.left));
}

QString optionsText(const compare::RunOptions &options)
{
    const QLocale locale;
    const auto seconds = [&locale](std::chrono::milliseconds time) { return locale.toString(double(time.count()) / 1000); };
    QStringList parts{
        RunText::tr("%1 clients each").arg(locale.toString(options.clients)),
        (options.isConstant ? RunText::tr("%1 messages/s of %2 at equal distances") : RunText::tr("%1 messages/s of %2 at random"))
            .arg(locale.toString(options.rate), bytesText(options.size)),
        RunText::tr("a poll every %1 s, hold %2 s").arg(seconds(options.pollInterval), seconds(options.hold)),
        RunText::tr("%1 s after %2 s of warm-up, %3 times")
            .arg(seconds(options.duration), seconds(options.warmUp), locale.toString(options.repeats)),
        options.isSimultaneous ? RunText::tr("all at once") : RunText::tr("one after another")};
    if (!options.keepAlive)
        parts += RunText::tr("a connection for every request");
    if (options.delay.count() > 0 || options.jitter.count() > 0)
        parts += RunText::tr("%1 ± %2 ms added each way")
                     .arg(locale.toString(options.delay.count()), locale.toString(options.jitter.count()));
    if (options.rateBitsPerSecond > 0)
        parts += RunText::tr("%1 kbit/s").arg(locale.toString(double(options.rateBitsPerSecond) / 1000));
    parts += RunText::tr("seed %1").arg(options.seed);
    return parts.join(RunText::tr(", ", "in a list"));
}

QString verdictText(const RunResult &result)
{
    if (result.variants.isEmpty())
        return RunText::tr("Nothing was measured.");
    if (result.findings.isEmpty() && result.variants.size() > 1)
        return result.verdict; // of a file that is older than findings
    QStringList sentences = speedSentences(result);
    sentences += bytesSentence(result);
    sentences += lossSentence(result);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString cautionText(const RunResult &result)
{
    QStringList lines;
    if (result.isPartial)
        lines += RunText::tr("The run was interrupted; this is what was measured until then.");
    if (result.loadBusy > compare::busyLimit) {
        lines += RunText::tr(
                     "The virtual clients were the bottleneck: their thread was busy for %1 % of the time. Delays and rates are "
                     "not the host’s.")
                     .arg(qRound(result.loadBusy * 100));
    }
    if (!result.isOwnHost && !result.variants.isEmpty())
        lines += RunText::tr("The host’s clock is known to ± %1.").arg(delayText(result.clockUncertainty));
    for (const VariantResult &one : result.variants) {
        if (one.failures > 0) {
            lines += RunText::tr("%1: requests or connections that failed and were tried again: %2.")
                         .arg(variantLabel(one.variant), widgets::countText(one.failures));
        }
    }
    return lines.join(u'\n');
}

} // namespace pushlab::app
