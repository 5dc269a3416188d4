// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/note.h"
#include "client/compare/text/language.h"

#include <QStringList>

namespace pushlab::compare {

//! A sentence or two.
[[nodiscard]] QString noteText(const Note &note, Language language = Language::OfApplication);

//! All notes on \a result.
[[nodiscard]] QStringList noteTexts(const RunResult &result, Language language = Language::OfApplication);

//! Those for which figures are to be taken with care, one per line; empty when there is none.
[[nodiscard]] QString cautionText(const RunResult &result);

} // namespace pushlab::compare
