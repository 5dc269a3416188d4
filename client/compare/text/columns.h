// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! Texts in the columns of a terminal, where a Chinese character takes two.
namespace pushlab::compare {

[[nodiscard]] qsizetype columnsOf(const QString &text);

//! \a text with blanks behind it, to \a columns; a longer one as it is.
[[nodiscard]] QString leftAligned(const QString &text, qsizetype columns);
//! With the blanks before it.
[[nodiscard]] QString rightAligned(const QString &text, qsizetype columns);

} // namespace pushlab::compare
