// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/tcpsegments.h"

#include <QtGlobal>

//! The layers that may stand between a CountingSocket and the network, and what they report. Plain values; server's thread.
namespace pushlab::io {

//! Whether relays below sockets are possible on this system.
#ifdef Q_OS_UNIX
inline constexpr bool canRelay = true;
#else
inline constexpr bool canRelay = false;
#endif

//! The real connection, which a relay holds in place of its socket.
struct RelayedNetwork
{
    int descriptor = -1; //!< -1 once it is closed
    qint64 bytesSent = 0; //!< payload that the kernel took for it since its beginning
    base::TcpSegments segments; //!< the final counts, once it is closed
};

//! The connection that a relay decrypts for its socket. All fields are 0 until the first byte has shown whether the peer uses
//! TLS.
struct TlsLayer
{
    int descriptor = -1; //!< towards the network; -1 once it is closed
    bool isEncrypted = false; //!< the handshake is done: what the socket carries is encrypted
    qint64 plainSent = 0; //!< payload of the socket that went out ...
    qint64 cipherSent = 0; //!< ... as this many bytes, including the handshake
    base::TcpSegments segments; //!< the final counts, once it is closed
};

} // namespace pushlab::io
