// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/variant.h"
#include "client/compare/text/language.h"

namespace pushlab::compare {

//! The variant's name as within a sentence: "long polling".
[[nodiscard]] QString variantTitle(Variant variant, Language language = Language::OfApplication);

//! A delay with its unit: "0.12 ms", "150 ms", "1.01 s".
[[nodiscard]] QString delayText(double milliseconds, Language language = Language::OfApplication);

//! A delay with uncertainty \a doubt in ms, finite, and no more digits than are known: "0 ± 18 ms". As delayText() when \a doubt
//! is 0.
[[nodiscard]] QString measuredDelay(double milliseconds, double doubt, Language language = Language::OfApplication);

} // namespace pushlab::compare
