// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/tls/tlsidentitystore.h"

//! The certificate that a host shows, for the application: loaded from files, or made and kept. Any thread; each call blocks.
namespace pushlab::server {

using tls::HostNames;
using tls::TlsFault;
using tls::TlsIdentity;
using tls::TlsWarning;

using tls::loadTlsIdentity;
using tls::namesOfThisMachine;
using tls::storedTlsIdentity;

} // namespace pushlab::server
