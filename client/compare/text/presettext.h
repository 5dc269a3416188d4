// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/text/language.h"

namespace pushlab::compare {

//! A sentence that says what the preset \a name is; empty when there is no such preset.
[[nodiscard]] QString presetSummary(const QString &name, Language language = Language::OfApplication);

//! What the preset repeats, and that \a source published it.
[[nodiscard]] QString presetSource(const QString &name, const QString &source, Language language = Language::OfApplication);

//! What to know of the preset before comparing numbers; may be empty.
[[nodiscard]] QString presetRemark(const QString &name, Language language = Language::OfApplication);

} // namespace pushlab::compare
