// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QString>
#include <QStringList>

//! The class's question and its result in words, in the language of the window.
namespace pushlab::widgets {

//! In the window's language.
[[nodiscard]] QString questionText(const protocol::BilingualText &text);

//! A number of any size, with as many digits as matter, and its unit if there is one: "1,012 ms".
[[nodiscard]] QString guessText(double value, const protocol::BilingualText &unit);

//! A line each: the guesses, theory with its derivation, what was measured, who came nearest; as far as it is shown.
[[nodiscard]] QStringList resultText(const protocol::AskedQuestion &asked);

} // namespace pushlab::widgets
