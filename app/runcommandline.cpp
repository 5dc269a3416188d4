// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runcommandline.h"

#include <QStringList>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeText(std::chrono::milliseconds time)
{
    return u"%1ms"_s.arg(time.count());
}

} // namespace

QString commandLineOf(const compare::RunOptions &options)
{
    QStringList names;
    for (const compare::Variant variant : options.variants)
        names += QString::fromLatin1(variantName(variant));
    QStringList words{u"pushlab compare"_s};
    if (!options.preset.isEmpty())
        words += u"--preset "_s + options.preset;
    words += u"--techniques "_s + names.join(u',');
    words += u"--clients %1 --rate %2 --size %3"_s.arg(options.clients).arg(options.rate, 0, 'g', 6).arg(options.size);
    if (options.isConstant)
        words += u"--constant"_s;
    words += u"--poll-interval %1 --hold %2 --duration %3 --warm-up %4"_s.arg(
        timeText(options.pollInterval), timeText(options.hold), timeText(options.duration), timeText(options.warmUp));
    words += u"--repeats %1"_s.arg(options.repeats);
    if (options.isSimultaneous)
        words += u"--simultaneous"_s;
    if (!options.keepAlive)
        words += u"--no-keepalive"_s;
    if (options.delay.count() > 0)
        words += u"--delay "_s + timeText(options.delay);
    if (options.jitter.count() > 0)
        words += u"--jitter "_s + timeText(options.jitter);
    if (options.rateBitsPerSecond > 0)
        words += u"--bandwidth %1kbit"_s.arg(options.rateBitsPerSecond / 1000);
    if (!options.host.isEmpty())
        words += u"--host "_s + options.host.toString();
    words += u"--seed %1"_s.arg(options.seed);
    return words.join(u' ');
}

} // namespace pushlab::app
