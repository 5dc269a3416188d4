// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rate.h"

#include "server/protocol/limits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RateUnit
{
    QLatin1StringView name;
    qint64 bits;
};

constexpr std::array rateUnits{RateUnit{"Gbit"_L1, 1'000'000'000}, RateUnit{"Mbit"_L1, 1'000'000}, RateUnit{"kbit"_L1, 1000},
                               RateUnit{{}, 1}};

bool isRateDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.';
}

} // namespace

std::optional<qint64> parseRate(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, isRateDigit);
    const qsizetype length = end - text.begin();
    bool isNumber = false;
    const double number = text.first(length).toDouble(&isNumber);
    const auto unit = std::ranges::find_if(rateUnits, [name = text.sliced(length)](const RateUnit &u) { return name == u.name; });
    if (!isNumber || unit == rateUnits.end() || number * double(unit->bits) > double(protocol::maxRate))
        return std::nullopt;
    return std::llround(number * double(unit->bits));
}

QString rateText(qint64 bitsPerSecond)
{
    const auto unit = std::ranges::find_if(
        rateUnits, [bitsPerSecond](const RateUnit &u) { return bitsPerSecond > 0 && bitsPerSecond % u.bits == 0; });
    return unit == rateUnits.end() ? u"0"_s : QString::number(bitsPerSecond / unit->bits) + unit->name;
}

} // namespace pushlab::app
