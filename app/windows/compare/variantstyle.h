// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"
#include "client/widgets/chartmark.h"

#include <QIcon>
#include <QString>

class QPalette;

//! How a variant looks and is called in the windows: a technique as everywhere else, the tutorials' queues like a fourth.
namespace pushlab::app {

[[nodiscard]] QString variantLabel(compare::Variant variant);

//! The variant of the run called \a run, or alone where that is empty; never wider than a legend has room for.
[[nodiscard]] QString seriesName(compare::Variant variant, const QString &run);

[[nodiscard]] QColor variantColour(compare::Variant variant);
[[nodiscard]] Qt::PenStyle variantLine(compare::Variant variant);
[[nodiscard]] widgets::Mark variantMark(compare::Variant variant);
[[nodiscard]] QIcon variantIcon(compare::Variant variant, const QPalette &palette);

} // namespace pushlab::app
