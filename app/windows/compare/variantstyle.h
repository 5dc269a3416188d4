// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"
#include "client/widgets/chartmark.h"

#include <QIcon>
#include <QString>

class QPalette;

//! How a contestant looks and is called in the windows: a technique as everywhere else, the tutorials' queues like a fourth.
namespace pushlab::app {

[[nodiscard]] QString contestantLabel(compare::Contestant contestant);

//! The contestant of the run called \a run, or alone where that is empty; never wider than a legend has room for.
[[nodiscard]] QString seriesName(compare::Contestant contestant, const QString &run);

[[nodiscard]] QColor contestantColour(compare::Contestant contestant);
[[nodiscard]] Qt::PenStyle contestantLine(compare::Contestant contestant);
[[nodiscard]] widgets::Mark contestantMark(compare::Contestant contestant);
[[nodiscard]] QIcon contestantIcon(compare::Contestant contestant, const QPalette &palette);

} // namespace pushlab::app
