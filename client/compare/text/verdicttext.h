// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/verdict.h"
#include "client/compare/text/language.h"

namespace pushlab::compare {

//! The statement as a sentence.
[[nodiscard]] QString conclusionText(const Conclusion &conclusion, Language language = Language::OfApplication);

//! All conclusions on \a result, as a paragraph.
[[nodiscard]] QString verdictText(const RunResult &result, Language language = Language::OfApplication);

} // namespace pushlab::compare
