// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/published.h"

namespace pushlab::compare {

//! What a published figure is of, its number of clients included.
[[nodiscard]] QString quantityText(const theory::PublishedFigure &figure);

[[nodiscard]] QString publishedText(const theory::PublishedFigure &figure);

//! The same quantity in \a result, scaled to the source's number of clients where it grows with them, and marked so; "–" when
//! the run has none.
[[nodiscard]] QString ownText(const theory::PublishedFigure &figure, const RunResult &result);

} // namespace pushlab::compare
