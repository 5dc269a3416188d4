// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::admission {

//! \a bytes random bytes from the source that keys are made of.
[[nodiscard]] QByteArray generateSecret(qsizetype bytes);

//! How many characters a key has.
inline constexpr qsizetype keyLength = 22;

//! A key of 128 bits, written as keyLength characters of base64url, which need no escape in an address.
[[nodiscard]] QByteArray generateKey();

//! Whether the two are equal, in a time that does not reveal how much of them is equal.
[[nodiscard]] bool isSameSecret(QByteArrayView given, QByteArrayView expected);

} // namespace pushlab::admission
