// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/varianttext.h"

#include "client/compare/result/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace pushlab::compare {

namespace {

//! The titles of the table of techniques, listed here for translators.
[[maybe_unused]] constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("Compare", "short polling"), QT_TRANSLATE_NOOP("Compare", "long polling"),
    QT_TRANSLATE_NOOP("Compare", "WebSocket"), QT_TRANSLATE_NOOP("Compare", "server-sent events"),
    QT_TRANSLATE_NOOP("Compare", "tutorial's queue")};

} // namespace

QString variantTitle(Variant variant, Language language)
{
    return phrase(language, traitsOf(variant).title.data());
}

QString delayText(double milliseconds, Language language)
{
    return measuredDelay(milliseconds, 0, language);
}

QString measuredDelay(double milliseconds, double doubt, Language language)
{
    if (std::abs(milliseconds) >= 1000)
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 s")).arg(measuredText(milliseconds / 1000, doubt / 1000));
    return phrase(language, QT_TRANSLATE_NOOP("Compare", "%1 ms")).arg(measuredText(milliseconds, doubt));
}

} // namespace pushlab::compare
