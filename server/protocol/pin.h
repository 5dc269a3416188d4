// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace pushlab::protocol {

inline constexpr qsizetype leastPinDigits = 4;
inline constexpr qsizetype mostPinDigits = 12;

//! A PIN as it was meant: without blanks around it, and with plain digits for those of another width that input methods
//! write (NFKC).
[[nodiscard]] QString plainPin(const QString &typed);

//! Whether \a text may be a class's PIN: 4 to 12 digits from 0 to 9.
[[nodiscard]] bool isPin(QStringView text);

//! Six digits that nobody can guess.
[[nodiscard]] QString generatePin();

} // namespace pushlab::protocol
