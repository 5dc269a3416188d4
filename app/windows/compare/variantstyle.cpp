// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/variantstyle.h"

#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Variant;

namespace {

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
    return QColor::fromRgb(traitsOf(variant).colour);
}

Qt::PenStyle variantLine(Variant variant)
{
    return widgets::penStyle(traitsOf(variant).line);
}

widgets::Mark variantMark(Variant variant)
{
    return traitsOf(variant).mark;
}

QIcon variantIcon(Variant variant, const QPalette &palette)
{
    return widgets::markIcon(variantMark(variant), variantColour(variant), palette);
}

} // namespace pushlab::app
