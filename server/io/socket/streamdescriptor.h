// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

//! What a relay asks of the system about its descriptors, all of them streams that do not block. Unix; elsewhere spliceIn()
//! finds no way.
namespace pushlab::io {

//! What was put between a socket and its network.
struct Splice
{
    int network = -1; //!< the connection
    int inner = -1; //!< the far end of what the socket has instead
};

//! Makes \a descriptor, a connected socket that stays open under its number, one end of a pair of our own, and gives away the
//! other end and the connection. Socket notifiers for it go on, in this thread. Nothing when descriptors have run out.
[[nodiscard]] std::optional<Splice> spliceIn(qintptr descriptor);

inline constexpr qint64 nothingNow = -1; //!< try again when a notifier says so
inline constexpr qint64 broken = -2; //!< for good

//! Bytes received; 0 at the end of the stream, or one of the above.
[[nodiscard]] qint64 receiveSome(int descriptor, char *data, qint64 size);
//! The first byte that waits, which stays; 0 to 255, or one of the above; broken at the end of the stream, too.
[[nodiscard]] qint64 peekByte(int descriptor);
//! Bytes sent, more than 0, or one of the above.
[[nodiscard]] qint64 sendSome(int descriptor, const char *data, qint64 size);

//! What the system may hold of what is written to \a descriptor, and is not read.
void boundSendBuffer(int descriptor, int bytes);
void endWriting(int descriptor); //!< half a close
void closeStream(int descriptor);
void resetStream(int descriptor); //!< closes; over TCP the peer gets a RST
//! Whether the other end of a pair has been closed, not only its writing half.
[[nodiscard]] bool hasHungUp(int descriptor);

} // namespace pushlab::io
