// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! How what others call themselves, their rooms or their runs is put in front of somebody.
namespace pushlab::widgets {

//! \a name on one line, without what turns round, hides or breaks what stands beside it. A name of which nothing
//! would be seen is shown as its code points; an empty one stays empty.
[[nodiscard]] QString shownName(const QString &name);

//! \a text itself, or its code points where nothing of it would be seen.
[[nodiscard]] QString seenText(const QString &text);

//! shownName() for the middle of a sentence: its direction of writing ends with it (Unicode's first strong isolate).
[[nodiscard]] QString isolatedName(const QString &name);

//! For whatever shows tool tips: these take for HTML what looks like it. Long words break.
[[nodiscard]] QString plainToolTip(const QString &text);

//! The first \a count UTF-16 units of \a text, or one less where a character would be cut in two.
[[nodiscard]] QString leftOf(const QString &text, qsizetype count);

} // namespace pushlab::widgets
