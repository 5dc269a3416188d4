// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/note.h"
#include "client/compare/text/language.h"

#include <QStringList>

namespace pushlab::compare {

//! The text of a note, one or two sentences.
[[nodiscard]] QString noteText(const Note &note, Language language = Language::OfApplication);

//! All notes on \a result.
[[nodiscard]] QStringList noteTexts(const RunResult &result, Language language = Language::OfApplication);

//! The texts of cautionsOn(), one per line; empty when there are none.
[[nodiscard]] QString cautionText(const RunResult &result);

} // namespace pushlab::compare
