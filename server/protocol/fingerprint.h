// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

//! SHA-256 fingerprints of certificates, which users compare to trust a host without an authority.
namespace pushlab::protocol {

inline constexpr qsizetype fingerprintBytes = 32;

//! "AB:CD:…", as browsers show it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

//! Reads the form that fingerprintText() writes, with or without colons and blanks, in either case. Returns nullopt for anything
//! else.
[[nodiscard]] std::optional<QByteArray> fingerprintFromText(QStringView text);

} // namespace pushlab::protocol
