// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/wording.h"

#include "client/session/precision.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

int usefulDecimals(double value)
{
    const double size = std::abs(value);
    return size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

//! The C locale with commas between thousands.
QLocale inGroups()
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions({});
    return locale;
}

} // namespace

QString numberText(double value)
{
    return std::isfinite(value) ? inGroups().toString(value, 'f', usefulDecimals(value)) : u"–"_s;
}

QString measuredText(double value, double doubt)
{
    if (!(doubt > 0) || !std::isfinite(value))
        return numberText(value);
    constexpr int mostDecimals = 3;
    const int known = session::decimalsKnown(doubt, mostDecimals);
    const int shown = std::min(known, usefulDecimals(value));
    const QString text = inGroups().toString(session::roundedTo(value, shown), 'f', std::max(0, shown));
    if (!session::isMoreThanOpen(doubt, shown))
        return text;
    return text + u" ± "_s + inGroups().toString(session::roundedUpTo(doubt, known), 'f', std::max(0, known));
}

QString countText(qint64 value)
{
    return inGroups().toString(value);
}

QString bytesText(double bytes)
{
    if (bytes >= 1e6)
        return numberText(bytes / 1e6) + u" MB"_s;
    return bytes >= 10'000 ? numberText(bytes / 1000) + u" kB"_s : numberText(bytes) + u" B"_s;
}

QString percentText(double share)
{
    return inGroups().toString(share * 100, 'f', 1) + u" %"_s;
}

QString signedPercentText(double percent)
{
    const QString number = inGroups().toString(std::abs(percent), 'f', 1);
    return (number == "0.0"_L1 ? u"±"_s : percent < 0 ? u"−"_s : u"+"_s) + number + u" %"_s;
}

} // namespace pushlab::compare
