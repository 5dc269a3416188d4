// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
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

constexpr auto translatorName = "pushlab-translator";
constexpr auto languageProperty = "pushlab-language";

void installTranslator(const QString &file, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, directory))
        return; // Qt's own translations may not be installed; its menus are English then
    translator->setObjectName(QLatin1StringView(translatorName));
    QTranslator *installed = translator.release();
    installed->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(installed);
}

} // namespace

QString supportedLanguage(const QString &language)
{
    return QLocale(language).language() == QLocale::Chinese ? chineseLanguage : englishLanguage;
}

QString systemLanguage()
{
    for (const QString &language : QLocale::system().uiLanguages()) {
        const QLocale::Language known = QLocale(language).language();
        if (known == QLocale::Chinese)
            return chineseLanguage;
        if (known == QLocale::English)
            return englishLanguage;
    }
    return englishLanguage;
}

QString terminalLanguage(const QStringList &arguments)
{
    QString language;
    for (qsizetype i = 1; i < arguments.size() && arguments.at(i) != "--"_L1; ++i) {
        if (arguments.at(i).startsWith("--lang="_L1))
            language = arguments.at(i).sliced(7);
        else if (arguments.at(i) == "--lang"_L1 && i + 1 < arguments.size())
            language = arguments.at(++i);
    }
    return language.isEmpty() ? systemLanguage() : supportedLanguage(language);
}

void installLanguage(const QString &language)
{
    initTranslations();
    QCoreApplication *const application = QCoreApplication::instance();
    application->setProperty(languageProperty, language);
    const auto former = application->findChildren<QTranslator *>(QLatin1StringView(translatorName), Qt::FindDirectChildrenOnly);
    if (language != englishLanguage)
        installTranslator(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installTranslator(u"pushlab_"_s + language, u":/i18n"_s); // for English, words for one and for several
    for (QTranslator *const translator : former) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

QString installedLanguage()
{
    const QString language = QCoreApplication::instance()->property(languageProperty).toString();
    return language.isEmpty() ? QString(englishLanguage) : language;
}

} // namespace pushlab::app
