// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/tls/selfsigned.h"
#include "server/tls/tlsidentity.h"

namespace pushlab::tls {

//! The self-signed certificate that is kept in \a directory, so that a class has to trust it once. Made anew, for \a names and
//! those of the former, when there is none, when it ends within a week, when it is not valid yet, because the clock went fast when it
//! was made, or when an IPv4 address or a name is not in it: IPv6 addresses change by themselves every day. Only its owner may
//! read the file.
[[nodiscard]] TlsIdentityOrError storedTlsIdentity(const QString &directory, const HostNames &names,
                                                   SystemTime now = std::chrono::system_clock::now());

//! What this machine is called now: localhost, its names, the addresses of its adapters.
[[nodiscard]] HostNames namesOfThisMachine();

} // namespace pushlab::tls
