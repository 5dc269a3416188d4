// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datetext.h"

#include "app/translation.h"

#include <QLocale>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDatedInChinese()
{
    return installedLanguage() == chineseLanguage;
}

QLocale dateLocale()
{
    return isDatedInChinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
}

} // namespace

QString dateText(const QDate &date)
{
    return dateLocale().toString(date, isDatedInChinese() ? u"yyyy年M月d日"_s : u"MMM d, yyyy"_s);
}

QString dateTimeText(const QDateTime &time)
{
    return dateText(time.date()) + u' ' + dateLocale().toString(time.time(), QLocale::ShortFormat);
}

} // namespace pushlab::app
