// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/relativetimeticker.h"

#include <QCoreApplication>

namespace pushlab::widgets {

double RelativeTimeTicker::getTickStep(const QCPRange &range)
{
    return range.size() <= 60 ? 15 : range.size() <= 120 ? 30 : 60;
}

int RelativeTimeTicker::getSubTickCount(double)
{
    return 0;
}

QString RelativeTimeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const int ago = qRound(m_end - tick);
    return ago == 0 ? QCoreApplication::translate("RelativeTimeTicker", "now")
                    : QCoreApplication::translate("RelativeTimeTicker", "−%1 s").arg(locale.toString(ago));
}

QVector<double> RelativeTimeTicker::createTickVector(double tickStep, const QCPRange &range)
{
    m_end = range.upper;
    QVector<double> ticks;
    for (int i = int(range.size() / tickStep); i >= 0; --i)
        ticks.append(m_end - i * tickStep);
    return ticks;
}

} // namespace pushlab::widgets
