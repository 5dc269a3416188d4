// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/varianttext.h"

#include "client/compare/result/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace pushlab::compare {

QString variantTitle(Variant variant, Language language)
{
    switch (variant) {
    case Variant::Polling:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "short polling"));
    case Variant::LongPolling:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "long polling"));
    case Variant::WebSocket:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "WebSocket"));
    case Variant::TutorialQueue:
        return phrase(language, QT_TRANSLATE_NOOP("Compare", "tutorial's queue"));
    }
    Q_UNREACHABLE();
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
