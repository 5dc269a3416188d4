// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/publishedquantity.h"
#include "client/compare/text/language.h"

//! Published numbers in words.
namespace pushlab::compare {

//! What a number is of: its technique, its quantity, its number of clients.
[[nodiscard]] QString publishedName(const PublishedNumber &number, Language language = Language::OfApplication);

[[nodiscard]] QString theirsText(const PublishedNumber &number, Language language = Language::OfApplication);

//! The same in our run, with a mark where it was scaled to the source's number of clients; "–" when the run has none.
[[nodiscard]] QString oursText(const PublishedNumber &number, Language language = Language::OfApplication);

//! "header throughput".
[[nodiscard]] QString quantityText(theory::Quantity quantity, Language language = Language::OfApplication);

//! "150 ms", "3 transits".
[[nodiscard]] QString valueText(double value, theory::Unit unit, Language language = Language::OfApplication);

} // namespace pushlab::compare
