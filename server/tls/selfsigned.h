// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/tls/tlsidentity.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace pushlab::tls {

//! The names under which a host is reached.
struct HostNames
{
    QStringList names; //!< DNS names, in ASCII
    QList<QHostAddress> addresses;
};

inline constexpr std::chrono::hours selfSignedLife{365 * 24};
inline constexpr qsizetype maxCertifiedNames = 64; //!< of each kind; further names are left out

using SystemTime = std::chrono::system_clock::time_point;

//! Generates a key (EC P-256) and a certificate signed by it, for \a names, valid from the day before \a now for selfSignedLife.
//! Returns nullopt when OpenSSL fails. Blocks for some ms. Any thread.
[[nodiscard]] std::optional<TlsIdentity> makeSelfSigned(const HostNames &names, SystemTime now = std::chrono::system_clock::now());

//! The names that a certificate is valid for.
[[nodiscard]] HostNames certifiedNames(const TlsIdentity &identity);

//! Whether the certificate's period of validity has begun at \a now.
[[nodiscard]] bool hasBegun(const TlsIdentity &identity, SystemTime now = std::chrono::system_clock::now());

//! How long the certificate is still valid; negative when it has expired.
[[nodiscard]] std::chrono::hours remainingLife(const TlsIdentity &identity, SystemTime now = std::chrono::system_clock::now());

} // namespace pushlab::tls
