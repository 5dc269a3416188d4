// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/variantstyle.h"

#include "client/widgets/contrast.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Variant;

namespace {

const QColor queueColour(0xcc, 0x79, 0xa7); // Okabe and Ito's reddish purple
constexpr qsizetype runCharacters = 32;

} // namespace

QString variantLabel(Variant variant)
{
    return variant == Variant::TutorialQueue ? QCoreApplication::translate("Variant", "Tutorial’s queues")
                                             : widgets::techniqueTitle(techniqueOf(variant));
}

QString seriesName(Variant variant, const QString &run)
{
    const QString title = variantLabel(variant);
    if (run.isEmpty())
        return title;
    const QString start = widgets::leftOf(run, runCharacters);
    return title + u" · "_s + widgets::isolatedName(start.size() < run.size() ? start + u'…' : start);
}

QColor variantColour(Variant variant)
{
    return variant == Variant::TutorialQueue ? queueColour : widgets::techniqueColour(techniqueOf(variant));
}

Qt::PenStyle variantLine(Variant variant)
{
    return variant == Variant::TutorialQueue ? Qt::DashDotLine : widgets::techniqueLine(techniqueOf(variant));
}

widgets::Mark variantMark(Variant variant)
{
    return variant == Variant::TutorialQueue ? widgets::Mark::Diamond : widgets::techniqueMark(techniqueOf(variant));
}

QIcon variantIcon(Variant variant, const QPalette &palette)
{
    if (variant != Variant::TutorialQueue)
        return widgets::techniqueIcon(techniqueOf(variant), palette);
    QPixmap pixmap(48, 48);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(widgets::readableOn(palette.color(QPalette::Base), queueColour, 3), 4));
    painter.setBrush(queueColour);
    painter.drawPolygon(QPolygonF({{24, 4}, {44, 24}, {24, 44}, {4, 24}}));
    painter.end();
    return {pixmap};
}

} // namespace pushlab::app
