// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <memory>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString english = u"en"_s;
const QString chinese = u"zh_CN"_s;
const QString settingsKey = u"language"_s;
constexpr auto translatorName = "pushlab-translator";
constexpr auto languageProperty = "pushlab-language";

QString supported(const QString &language)
{
    return QLocale(language).language() == QLocale::Chinese ? chinese : english;
}

QString systemLanguage()
{
    for (const QString &language : QLocale::system().uiLanguages()) {
        const QLocale::Language known = QLocale(language).language();
        if (known == QLocale::Chinese)
            return chinese;
        if (known == QLocale::English)
            return english;
    }
    return english;
}

void install(const QString &file, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, directory))
        return; // Qt's own words may not be installed: its menus stay English
    translator->setObjectName(QLatin1StringView(translatorName));
    QTranslator *installed = translator.release();
    installed->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(installed);
}

} // namespace

void applyLanguage(const QString &language)
{
    initTranslations();
    QString wanted = language.isEmpty() ? QSettings().value(settingsKey).toString() : language;
    wanted = wanted.isEmpty() ? systemLanguage() : supported(wanted);
    QCoreApplication *application = QCoreApplication::instance();
    application->setProperty(languageProperty, wanted);
    QLocale::setDefault(wanted == chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    const auto former = application->findChildren<QTranslator *>(QLatin1StringView(translatorName), Qt::FindDirectChildrenOnly);
    if (wanted != english) {
        install(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(u"pushlab_"_s + wanted, u":/i18n"_s);
    }
    for (QTranslator *translator : former) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

void chooseLanguage(const QString &language)
{
    QSettings().setValue(settingsKey, supported(language));
    applyLanguage(language);
}

QString currentLanguage()
{
    const QString language = QCoreApplication::instance()->property(languageProperty).toString();
    return language.isEmpty() ? english : language;
}

} // namespace pushlab::app
