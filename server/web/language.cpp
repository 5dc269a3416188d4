// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/language.h"

#include <QByteArray>

namespace pushlab::web {

namespace {

QByteArrayView takeUntil(QByteArrayView &text, char separator)
{
    const qsizetype end = text.indexOf(separator);
    const QByteArrayView part = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return part.trimmed();
}

//! The weight of one language range; 0 ("not acceptable") when it is no number.
double weight(QByteArrayView parameters)
{
    while (!parameters.isEmpty()) {
        QByteArrayView parameter = takeUntil(parameters, ';');
        const QByteArrayView name = takeUntil(parameter, '=');
        if (name.compare("q", Qt::CaseInsensitive) == 0)
            return parameter.trimmed().toByteArray().toDouble();
    }
    return 1;
}

} // namespace

QByteArrayView languageTag(Language language)
{
    switch (language) {
    case Language::English:
        return "en";
    case Language::SimplifiedChinese:
        return "zh-CN";
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageFromTag(QByteArrayView tag)
{
    const QByteArrayView primary = takeUntil(tag, '-');
    if (primary.compare("en", Qt::CaseInsensitive) == 0)
        return Language::English;
    // Readers of traditional Chinese are better served by simplified Chinese than by English, too.
    if (primary.compare("zh", Qt::CaseInsensitive) == 0)
        return Language::SimplifiedChinese;
    return std::nullopt;
}

std::optional<Language> acceptedLanguage(QByteArrayView acceptLanguage)
{
    std::optional<Language> best;
    double bestWeight = 0;
    while (!acceptLanguage.isEmpty()) {
        QByteArrayView range = takeUntil(acceptLanguage, ',');
        const std::optional<Language> language = languageFromTag(takeUntil(range, ';'));
        const double rangeWeight = language ? weight(range) : 0;
        if (rangeWeight > bestWeight) { // among equal weights, the first wins
            best = language;
            bestWeight = rangeWeight;
        }
    }
    return best;
}

} // namespace pushlab::web
