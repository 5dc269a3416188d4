// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/placeholders.h"

#include "client/widgets/contrast.h"

#include <QApplication>
#include <QEvent>

namespace pushlab::app {

namespace {

void mendPalette()
{
    const QPalette now = QApplication::palette();
    const QPalette mended = withReadablePlaceholders(now);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        if (mended.color(group, QPalette::PlaceholderText) != now.color(group, QPalette::PlaceholderText)) {
            QApplication::setPalette(mended); // this signals another change, after which nothing needs to be corrected
            return;
        }
    }
}

} // namespace

QPalette withReadablePlaceholders(QPalette palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor base = palette.color(group, QPalette::Base);
        const QColor given = palette.color(group, QPalette::PlaceholderText);
        // The colour is often partly transparent.
        const QColor seen = widgets::blended(QColor(given.rgb()), base, given.alphaF());
        if (widgets::contrastRatio(seen, base) < 4.5)
            palette.setColor(group, QPalette::PlaceholderText,
                             widgets::readableOn(base, widgets::blended(palette.color(group, QPalette::Text), base, 0.6)));
    }
    return palette;
}

Placeholders::Placeholders(QObject *application) : QObject(application)
{
    application->installEventFilter(this);
    mendPalette();
}

bool Placeholders::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::ApplicationPaletteChange)
        mendPalette();
    return QObject::eventFilter(watched, event);
}

} // namespace pushlab::app
