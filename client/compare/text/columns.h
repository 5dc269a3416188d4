// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! Pads texts to columns of a terminal, in which a Chinese character takes two.
namespace pushlab::compare {

[[nodiscard]] qsizetype columnsOf(const QString &text);

//! \a text followed by blanks up to \a columns; a longer text is unchanged.
[[nodiscard]] QString leftAligned(const QString &text, qsizetype columns);
//! \a text preceded by blanks up to \a columns.
[[nodiscard]] QString rightAligned(const QString &text, qsizetype columns);

} // namespace pushlab::compare
