// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

//! A certificate's SHA-256 fingerprint, by which host and clients agree on it without an authority.
namespace pushlab::protocol {

inline constexpr qsizetype fingerprintBytes = 32;

//! "AB:CD:…", as browsers show it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

//! Reads that form, with or without colons and blanks, in either case. Nothing when it is no fingerprint.
[[nodiscard]] std::optional<QByteArray> fingerprintFromText(QStringView text);

} // namespace pushlab::protocol
