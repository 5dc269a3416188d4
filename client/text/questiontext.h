// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QString>
#include <QStringList>

#include <optional>

//! The class's question and its result in words, in the user's language, for windows and terminals.
namespace pushlab::text {

//! In the user's language.
[[nodiscard]] QString questionText(const protocol::BilingualText &text);

//! A number of any size, with as many digits as matter, and its unit if there is one: "1,012 ms".
[[nodiscard]] QString guessText(double value, const protocol::BilingualText &unit);

//! A line each: the guesses, theory with its derivation, what was measured, who came nearest; as far as it is shown. \a shownName
//! makes a member's name safe where the lines are shown.
[[nodiscard]] QStringList resultText(const protocol::AskedQuestion &asked, QString (*shownName)(const QString &name));

//! A guess as typed in the user's language or in plain digits; nullopt when it is no number from 0 to protocol::maxGuess.
[[nodiscard]] std::optional<double> readGuess(const QString &typed);

} // namespace pushlab::text
