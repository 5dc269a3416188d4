// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/published.h"

namespace pushlab::compare {

//! A number that somebody published, beside ours. A plain value; text/publishedtext.h has its words.
struct PublishedNumber
{
    theory::PublishedFigure theirs;
    std::optional<double> ours; //!< in their unit; nothing when the run has none
    int scaledFrom = 0; //!< clients that ours grew from, to the source's number of them; 0: it is not scaled
};

//! The numbers that were published of the preset of \a result beside those of \a result; empty without one.
[[nodiscard]] QList<PublishedNumber> publishedNumbers(const RunResult &result);

} // namespace pushlab::compare
