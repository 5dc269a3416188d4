// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/figures.h"

#include "client/session/precision.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastSeconds = 999.5; // ms from which a delay is shown in seconds
//! The useful number of decimals of milliseconds; -1: tens.
int usefulDecimals(double milliseconds)
{
    const double size = std::abs(milliseconds);
    if (size < leastSeconds)
        return size < 9.95 ? 1 : 0;
    return size < 9995 ? -1 : -2;
}

QString withDecimals(double value, int decimals)
{
    return QLocale().toString(session::roundedTo(value, decimals), 'f', std::max(0, decimals));
}

} // namespace

QString delayText(double milliseconds)
{
    return measuredDelay(milliseconds, std::nullopt);
}

QString measuredDelay(double milliseconds, std::optional<double> uncertainty)
{
    const bool isSeconds = std::abs(milliseconds) >= leastSeconds;
    const double doubt = uncertainty.value_or(0);
    const int known = session::decimalsKnown(doubt, 1); // of milliseconds: browsers have no finer time
    const int shown = std::min(known, usefulDecimals(milliseconds));
    const double unit = isSeconds ? 1000 : 1; // ms
    const int shift = isSeconds ? 3 : 0;
    QString text = withDecimals(milliseconds / unit, shown + shift);
    if (session::isMoreThanOpen(doubt, shown)) {
        const int decimals = isSeconds ? shown : known; // 1.02 ± 0.02 s: no thousandths of seconds
        text += u" ± "_s + withDecimals(session::roundedUpTo(doubt, decimals) / unit, decimals + shift);
    }
    return (isSeconds ? QCoreApplication::translate("Figures", "%1 s") : QCoreApplication::translate("Figures", "%1 ms")).arg(text);
}

QString bytesText(double bytes)
{
    const QLocale locale;
    if (bytes < 999.5)
        return QCoreApplication::translate("Figures", "%1 B").arg(locale.toString(bytes, 'f', 0));
    const auto scaled = [&](double unit) { return locale.toString(bytes / unit, 'f', bytes < 9.95 * unit ? 1 : 0); };
    if (bytes < 999.5e3)
        return QCoreApplication::translate("Figures", "%1 KB").arg(scaled(1e3));
    if (bytes < 999.5e6)
        return QCoreApplication::translate("Figures", "%1 MB").arg(scaled(1e6));
    return QCoreApplication::translate("Figures", "%1 GB").arg(scaled(1e9));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace pushlab::widgets
