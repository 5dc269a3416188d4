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

//! Under which names a host is reached.
struct HostNames
{
    QStringList names; //!< of the DNS, in ASCII
    QList<QHostAddress> addresses;
};

inline constexpr std::chrono::hours selfSignedLife{365 * 24};
inline constexpr qsizetype maxCertifiedNames = 64; //!< of each kind; further ones are left out

using SystemTime = std::chrono::system_clock::time_point;

//! Makes a key (EC P-256) and a certificate that it signs itself, for \a names, valid from the day before \a now for
//! selfSignedLife. Nothing when OpenSSL fails.
[[nodiscard]] std::optional<TlsIdentity> makeSelfSigned(const HostNames &names, SystemTime now = std::chrono::system_clock::now());

//! The names that a certificate holds for.
[[nodiscard]] HostNames certifiedNames(const TlsIdentity &identity);

//! Whether the certificate is valid already.
[[nodiscard]] bool hasBegun(const TlsIdentity &identity, SystemTime now = std::chrono::system_clock::now());

//! How long the certificate is still valid; negative when it has expired.
[[nodiscard]] std::chrono::hours remainingLife(const TlsIdentity &identity, SystemTime now = std::chrono::system_clock::now());

} // namespace pushlab::tls
