// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/published.h"

namespace pushlab::compare {

//! A published number beside ours. A plain value; text/publishedtext.h has its text.
struct PublishedNumber
{
    theory::PublishedFigure theirs;
    std::optional<double> ours; //!< in the unit of the published number; nullopt when the run has no such figure
    int scaledFrom = 0; //!< number of clients from which our figure was scaled to the source's number; 0: not scaled
};

//! The published numbers of the preset of \a result with our results; empty without a preset.
[[nodiscard]] QList<PublishedNumber> publishedNumbers(const RunResult &result);

} // namespace pushlab::compare
