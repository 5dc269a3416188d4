// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/runtext.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/varianttext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The translation context of this file; always in the application's language.
struct RunPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString plainNumber(double number)
{
    return QString::number(number, 'g', 6);
}

QString secondsOf(std::chrono::milliseconds time)
{
    return plainNumber(double(time.count()) / 1000);
}

QStringList networkParts(const RunOptions &options)
{
    QStringList parts;
    if (options.jitter.count() > 0)
        parts += RunPhrases::tr("%1 ± %2 ms added each way").arg(options.delay.count()).arg(options.jitter.count());
    else if (options.delay.count() > 0)
        parts += RunPhrases::tr("%1 ms added each way").arg(options.delay.count());
    if (options.rateBitsPerSecond > 0)
        parts += u"%1 kbit/s"_s.arg(plainNumber(double(options.rateBitsPerSecond) / 1000));
    return parts;
}

} // namespace

QString phaseText(RoundPhase phase)
{
    switch (phase) {
    case RoundPhase::Connecting:
        return RunPhrases::tr("connecting");
    case RoundPhase::WarmUp:
        return RunPhrases::tr("warming up");
    case RoundPhase::Measuring:
        return RunPhrases::tr("measuring");
    case RoundPhase::Draining:
        return RunPhrases::tr("waiting for the last messages");
    }
    Q_UNREACHABLE();
}

QString progressText(const Progress &progress)
{
    QStringList titles;
    for (const Variant variant : progress.variants)
        titles += variantTitle(variant);
    return RunPhrases::tr("%1, %2 of %3: %4", "techniques, the measurement's number, how many, phase")
        .arg(titles.join(u" + "_s), QString::number(progress.repeat), QString::number(progress.repeats), phaseText(progress.phase));
}

QString timesText(const Progress &progress)
{
    return RunPhrases::tr("%1 elapsed, %2 left").arg(clockText(progress.elapsed), clockText(progress.left));
}

QString clockText(std::chrono::milliseconds time)
{
    const qint64 seconds = std::max<qint64>(0, (time.count() + 500) / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString errorText(const RunError &error, Language language)
{
    switch (error.reason) {
    case RunError::Reason::UnknownHost:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "There is no host called \"%1\".")).arg(error.subject);
    case RunError::Reason::NoAnswer:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "The host at %1 does not answer.")).arg(error.subject);
    case RunError::Reason::ConnectTimeout:
        return phrase(language, QT_TRANSLATE_N_NOOP("Compare", "Only %1 of %n client(s) could connect within %2 s."),
                      int(error.clients))
            .arg(error.connected)
            .arg(error.limit.count());
    case RunError::Reason::ConnectRefused:
        return phrase(language, QT_TRANSLATE_N_NOOP("Compare", "Only %1 of %n client(s) could connect."), int(error.clients))
            .arg(error.connected);
    case RunError::Reason::HostFailed:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "The host of this run did not start: %1")).arg(error.subject);
    }
    Q_UNREACHABLE();
}

QString optionsText(const RunOptions &options)
{
    const QString rate = plainNumber(options.rate);
    const int ones = options.rate == 1 ? 1 : 2; // which word is said, not which number
    const QString size = bytesText(options.size);
    QStringList parts{RunPhrases::tr("%n client(s) each", nullptr, options.clients),
                      options.isConstant
                          ? RunPhrases::tr("%1 message(s) a second of %2 at equal distances", nullptr, ones).arg(rate, size)
                          : RunPhrases::tr("%1 message(s) a second of %2 at random (Poisson)", nullptr, ones).arg(rate, size),
                      RunPhrases::tr("a poll every %1 s, hold %2 s").arg(secondsOf(options.pollInterval), secondsOf(options.hold)),
                      RunPhrases::tr("%1 s after %2 s of warm-up, %n time(s)", nullptr, options.repeats)
                          .arg(secondsOf(options.duration), secondsOf(options.warmUp)),
                      options.isSimultaneous ? RunPhrases::tr("all at once") : RunPhrases::tr("one after another")};
    if (!options.keepAlive)
        parts += RunPhrases::tr("a connection for every request");
    parts += networkParts(options);
    parts += RunPhrases::tr("seed %1").arg(options.seed);
    return parts.join(RunPhrases::tr(", ", "in a list"));
}

} // namespace pushlab::compare
