// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/valueticker.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

//! What a range from a power of ten to a power of ten is marked at: 1, 2, 5 of each power where there is room, else the powers,
//! else every second one, and so on.
QVector<double> logarithmicSteps(const QCPRange &range, int room)
{
    const int first = int(std::lround(std::log10(range.lower)));
    const int powers = std::max(1, int(std::lround(std::log10(range.upper))) - first);
    QVector<double> steps;
    const bool isFine = 3 * powers + 1 <= room;
    const int stride = std::max(1, (powers + room - 2) / std::max(1, room - 1));
    for (int i = 0; i <= powers; i += stride) {
        const double power = std::pow(10, first + i);
        steps.append(power);
        if (isFine && i < powers)
            steps << 2 * power << 5 * power;
    }
    return steps;
}

//! A step is exact: "5 KB", not "5.0 KB".
QString withoutIdleZeros(const QString &text)
{
    static const QRegularExpression idle(u"(?<=[0-9])(?:([.,][0-9]*[1-9])|[.,])0+(?![0-9])"_s);
    const QRegularExpressionMatch match = idle.match(text);
    if (!match.hasMatch() || !text.contains(QLocale().decimalPoint()))
        return text;
    return text.left(match.capturedStart()) + match.captured(1) + text.mid(match.capturedEnd());
}

} // namespace

ValueTicker::ValueTicker(Text text, bool isLogarithmic) : m_text(std::move(text)), m_isLogarithmic(isLogarithmic)
{
    setRoom(m_room);
}

void ValueTicker::setRoom(int labels)
{
    m_room = std::max(2, labels);
    setTickCount(m_room - 1);
}

double ValueTicker::roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

QString ValueTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return tick == 0 ? u"0"_s : withoutIdleZeros(m_text(tick));
}

int ValueTicker::getSubTickCount(double)
{
    return 0;
}

QVector<double> ValueTicker::createTickVector(double tickStep, const QCPRange &range)
{
    return m_isLogarithmic ? logarithmicSteps(range, m_room) : QCPAxisTicker::createTickVector(tickStep, range);
}

} // namespace pushlab::widgets
