// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/duration.h"

#include <array>
#include <cmath>
#include <span>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DurationUnit
{
    QLatin1StringView name;
    double milliseconds;
};

constexpr std::array durationUnits{DurationUnit{"d"_L1, 86'400'000}, DurationUnit{"h"_L1, 3'600'000},
                                   DurationUnit{"m"_L1, 60'000}, DurationUnit{"s"_L1, 1000}, DurationUnit{"ms"_L1, 1}};
constexpr std::size_t hours = 1; // of these
constexpr double longest = 24 * 3'600'000.0;
constexpr double longestWithDays = 3650 * longest;

bool isDurationDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.';
}

//! Removes a number without sign or exponent from the front of \a text.
std::optional<double> takeNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && isDurationDigit(text[length]))
        ++length;
    bool isNumber = false;
    const double number = text.first(length).toDouble(&isNumber);
    text = text.sliced(length);
    return isNumber ? std::optional(number) : std::nullopt;
}

//! Removes a unit from the front of \a text and returns its index in the list; nullopt when there is none.
std::optional<std::size_t> takeUnit(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && !isDurationDigit(text[length]))
        ++length;
    for (std::size_t i = 0; i < durationUnits.size(); ++i) {
        if (text.first(length) == durationUnits.at(i).name) {
            text = text.sliced(length);
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> checked(double milliseconds, double most)
{
    if (milliseconds > most)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(milliseconds));
}

//! \a nextUnit is the greatest that is known.
std::optional<std::chrono::milliseconds> sumOf(QStringView text, std::size_t nextUnit, double most)
{
    double sum = 0;
    bool isFirst = true;
    while (isFirst || !text.isEmpty()) {
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        if (isFirst && text.isEmpty())
            return checked(*number * 1000, most);
        const auto unit = takeUnit(text);
        if (!unit || *unit < nextUnit)
            return std::nullopt;
        sum += *number * durationUnits.at(*unit).milliseconds;
        nextUnit = *unit + 1;
        isFirst = false;
    }
    return checked(sum, most);
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    return sumOf(text, hours, longest);
}

std::optional<std::chrono::milliseconds> parseLongDuration(QStringView text)
{
    return sumOf(text, 0, longestWithDays);
}

QString durationText(std::chrono::milliseconds duration)
{
    QString text;
    qint64 rest = duration.count();
    for (const DurationUnit &unit : std::span(durationUnits).subspan(hours)) {
        const qint64 count = rest / qint64(unit.milliseconds);
        rest %= qint64(unit.milliseconds);
        if (count > 0)
            text += QString::number(count) + unit.name;
    }
    return text.isEmpty() ? u"0s"_s : text;
}

} // namespace pushlab::app
