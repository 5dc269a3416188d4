// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/text/language.h"

namespace pushlab::compare {

//! What the preset \a name is, in a sentence; empty when there is none of that name.
[[nodiscard]] QString presetSummary(const QString &name, Language language = Language::OfApplication);

//! What it repeats, and who published that: \a source.
[[nodiscard]] QString presetSource(const QString &name, const QString &source, Language language = Language::OfApplication);

//! What to know before numbers are compared; may be empty.
[[nodiscard]] QString presetRemark(const QString &name, Language language = Language::OfApplication);

} // namespace pushlab::compare
