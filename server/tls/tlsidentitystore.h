// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/tls/selfsigned.h"
#include "server/tls/tlsidentity.h"

namespace pushlab::tls {

//! The self-signed certificate that is stored in \a directory, so that a class has to trust it only once. A new one is generated,
//! for \a names and those of the former one, when there is none, when it expires within a week, when it is not valid yet (the
//! clock was fast when it was made), or when an IPv4 address or a name is missing from it; IPv6 addresses change every day and do
//! not count. Only the owner may read the file. Blocks.
[[nodiscard]] TlsIdentityOrFault storedTlsIdentity(const QString &directory, const HostNames &names,
                                                   SystemTime now = std::chrono::system_clock::now());

//! The present names of this machine: localhost, its host names, the addresses of its adapters.
[[nodiscard]] HostNames namesOfThisMachine();

} // namespace pushlab::tls
