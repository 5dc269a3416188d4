// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! Makes texts that others have chosen, such as names of members, rooms and runs, safe to show.
namespace pushlab::widgets {

//! \a name on one line, without characters that reverse, hide or break the text around it. A name that would be invisible is
//! shown as its code points; an empty one stays empty.
[[nodiscard]] QString shownName(const QString &name);

//! \a text, or its code points when nothing of it would be visible.
[[nodiscard]] QString seenText(const QString &text);

//! shownName() for use within a sentence: its writing direction does not affect the rest (Unicode's first strong isolate).
[[nodiscard]] QString isolatedName(const QString &name);

//! \a text for tool tips, escaped because they interpret HTML. Long words are broken.
[[nodiscard]] QString plainToolTip(const QString &text);

//! The first \a count UTF-16 units of \a text, or one less where a surrogate pair would be split.
[[nodiscard]] QString leftOf(const QString &text, qsizetype count);

} // namespace pushlab::widgets
