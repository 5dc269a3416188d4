// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/progressline.h"

#include "app/console.h"

#include <cstdio>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::RoundPhase;

namespace {

QString phaseName(RoundPhase phase)
{
    switch (phase) {
    case RoundPhase::Connecting:
        return u"connecting"_s;
    case RoundPhase::WarmUp:
        return u"warming up"_s;
    case RoundPhase::Measuring:
        return u"measuring"_s;
    case RoundPhase::Draining:
        return u"waiting for the last messages"_s;
    }
    Q_UNREACHABLE();
}

QString minutesText(std::chrono::milliseconds time)
{
    const qint64 seconds = std::max<qint64>(0, (time.count() + 500) / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

void ProgressLine::show(const compare::Progress &progress, const QString &prefix)
{
    QStringList titles;
    for (const compare::Variant variant : progress.variants)
        titles += compare::variantTitle(variant);
    const QString what = u"%1%2, %3 of %4: %5"_s.arg(prefix, titles.join(u" + "_s))
                             .arg(progress.repeat)
                             .arg(progress.repeats)
                             .arg(phaseName(progress.phase));
    if (!isErrorsTerminal()) {
        if (what != m_last)
            tell(what);
        m_last = what;
        return;
    }
    const QString line = u"%1 (%2 elapsed, %3 left)"_s.arg(what, minutesText(progress.elapsed), minutesText(progress.left));
    std::fputs(QByteArray("\r\033[K" + line.toUtf8()).constData(), stderr);
    m_last = line;
}

void ProgressLine::clear()
{
    if (isErrorsTerminal() && !m_last.isEmpty())
        std::fputs("\r\033[K", stderr);
    m_last.clear();
}

} // namespace pushlab::app
