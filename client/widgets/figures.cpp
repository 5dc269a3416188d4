// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace pushlab::widgets {

QString delayText(double milliseconds)
{
    const QLocale locale;
    const double size = std::abs(milliseconds);
    if (size < 9.95)
        return QCoreApplication::translate("Figures", "%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    if (size < 999.5)
        return QCoreApplication::translate("Figures", "%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return QCoreApplication::translate("Figures", "%1 s").arg(locale.toString(milliseconds / 1000, 'f', size < 9995 ? 2 : 1));
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
