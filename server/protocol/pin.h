// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace pushlab::protocol {

inline constexpr qsizetype leastPinDigits = 4;
inline constexpr qsizetype mostPinDigits = 12;

//! A typed PIN in its normal form: without surrounding blanks, and with ASCII digits for the full-width ones that input methods
//! write (NFKC).
[[nodiscard]] QString plainPin(const QString &typed);

//! Whether \a text may be a class's PIN: 4 to 12 ASCII digits.
[[nodiscard]] bool isPin(QStringView text);

//! Six random digits from the system's secure generator.
[[nodiscard]] QString generatePin();

} // namespace pushlab::protocol
