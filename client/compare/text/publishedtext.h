// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/publishedquantity.h"
#include "client/compare/text/language.h"

//! Published numbers in words.
namespace pushlab::compare {

//! The name of a published number: its technique, quantity and number of clients.
[[nodiscard]] QString publishedName(const PublishedNumber &number, Language language = Language::OfApplication);

[[nodiscard]] QString theirsText(const PublishedNumber &number, Language language = Language::OfApplication);

//! Our value for it, marked when it was scaled to the source's number of clients; "–" when the run has none.
[[nodiscard]] QString oursText(const PublishedNumber &number, Language language = Language::OfApplication);

//! The name of a quantity: "header throughput".
[[nodiscard]] QString quantityText(theory::Quantity quantity, Language language = Language::OfApplication);

//! A value with its unit: "150 ms", "3 transits".
[[nodiscard]] QString valueText(double value, theory::Unit unit, Language language = Language::OfApplication);

} // namespace pushlab::compare
