// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

//! System calls of relays, on non-blocking stream descriptors. Unix only; elsewhere spliceIn() fails.
namespace pushlab::io {

//! The descriptors between a socket and its network.
struct Splice
{
    int network = -1; //!< the connection
    int inner = -1; //!< the far end of the pair that the socket now uses
};

//! Turns \a descriptor, a connected socket that keeps its number, into one end of a new pair, and returns the other end and the
//! connection. The socket notifiers of this thread for it keep working. Returns nullopt when no descriptor is left.
[[nodiscard]] std::optional<Splice> spliceIn(qintptr descriptor);

inline constexpr qint64 nothingNow = -1; //!< try again when a notifier says so
inline constexpr qint64 broken = -2; //!< the stream has ended for good

//! The number of bytes received; 0 at the end of the stream, or one of the values above.
[[nodiscard]] qint64 receiveSome(int descriptor, char *data, qint64 size);
//! The first waiting byte, 0 to 255, which stays unread; or one of the values above, `broken` also at the end of the stream.
[[nodiscard]] qint64 peekByte(int descriptor);
//! The number of bytes sent, more than 0, or one of the values above.
[[nodiscard]] qint64 sendSome(int descriptor, const char *data, qint64 size);

//! Limits how much written and unread data the system may hold for \a descriptor.
void boundSendBuffer(int descriptor, int bytes);
void endWriting(int descriptor); //!< closes the writing half
void closeStream(int descriptor);
void resetStream(int descriptor); //!< closes the descriptor; over TCP the peer gets a RST
//! Whether the other end of a pair is closed completely, not only its writing half.
[[nodiscard]] bool hasHungUp(int descriptor);

} // namespace pushlab::io
