// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"
#include "client/widgets/chartmark.h"

#include <QIcon>
#include <QString>

class QPalette;

//! The appearance and names of variants in windows: techniques as everywhere, the tutorials' queues like another technique.
namespace pushlab::app {

[[nodiscard]] QString variantLabel(compare::Variant variant);

//! The variant and the name of its \a run, or the variant only when that is empty; short enough for a legend.
[[nodiscard]] QString seriesName(compare::Variant variant, const QString &run);

[[nodiscard]] QColor variantColour(compare::Variant variant);
[[nodiscard]] Qt::PenStyle variantLine(compare::Variant variant);
[[nodiscard]] widgets::Mark variantMark(compare::Variant variant);
[[nodiscard]] QIcon variantIcon(compare::Variant variant, const QPalette &palette);

} // namespace pushlab::app
