// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/language.h"

#include "app/translation.h"

#include <QLocale>
#include <QSettings>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString settingsKey = u"language"_s;

} // namespace

void applyLanguage(const QString &language)
{
    QString wanted = language.isEmpty() ? QSettings().value(settingsKey).toString() : language;
    wanted = wanted.isEmpty() ? systemLanguage() : supportedLanguage(wanted);
    QLocale::setDefault(wanted == chineseLanguage ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    installLanguage(wanted);
}

void chooseLanguage(const QString &language)
{
    QSettings().setValue(settingsKey, supportedLanguage(language));
    applyLanguage(language);
}

QString currentLanguage()
{
    return installedLanguage();
}

} // namespace pushlab::app
