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

struct Unit
{
    QLatin1StringView name;
    qint64 bits;
};

constexpr std::array units{Unit{"Gbit"_L1, 1'000'000'000}, Unit{"Mbit"_L1, 1'000'000}, Unit{"kbit"_L1, 1000}, Unit{{}, 1}};

bool isNumberPart(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.';
}

} // namespace

std::optional<qint64> parseRate(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, isNumberPart);
    const qsizetype length = end - text.begin();
    bool isNumber = false;
    const double number = text.first(length).toDouble(&isNumber);
    const auto unit = std::ranges::find_if(units, [name = text.sliced(length)](const Unit &u) { return name == u.name; });
    if (!isNumber || unit == units.end() || number * double(unit->bits) > double(protocol::maxRate))
        return std::nullopt;
    return std::llround(number * double(unit->bits));
}

QString rateText(qint64 bitsPerSecond)
{
    const auto unit = std::ranges::find_if(units, [bitsPerSecond](const Unit &u) { return bitsPerSecond > 0 && bitsPerSecond % u.bits == 0; });
    return unit == units.end() ? u"0"_s : QString::number(bitsPerSecond / unit->bits) + unit->name;
}

} // namespace pushlab::app
