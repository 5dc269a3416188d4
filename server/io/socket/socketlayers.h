// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/tcpsegments.h"

#include <QtGlobal>

//! What may stand between a CountingSocket and the network, and tells it what passes there. Plain values; server's thread.
namespace pushlab::io {

//! Whether this system can have a relay below a socket.
#ifdef Q_OS_UNIX
inline constexpr bool canRelay = true;
#else
inline constexpr bool canRelay = false;
#endif

//! The connection that a relay holds in the place of its socket.
struct RelayedNetwork
{
    int descriptor = -1; //!< -1 once it is closed
    qint64 bytesSent = 0; //!< payload that the kernel took for it, from its beginning
    base::TcpSegments segments; //!< all of them, once it is closed
};

//! The connection that a relay decrypts for its socket. All 0 until its first byte has told what the peer speaks.
struct TlsLayer
{
    int descriptor = -1; //!< towards the network; -1 once it is closed
    bool isEncrypted = false; //!< the handshake is done: what the socket carries is kept secret
    qint64 plainSent = 0; //!< payload of the socket's that went out ...
    qint64 cipherSent = 0; //!< ... as so many bytes, the handshake's included
    base::TcpSegments segments; //!< all of them, once it is closed
};

} // namespace pushlab::io
