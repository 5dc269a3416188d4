// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::traffic {

//! What the head of a request or an answer says of the bytes behind it (RFC 9112 6). A value.
struct MessageHead
{
    bool isValid = false; //!< it begins with a request line or a status line
    int status = 0; //!< of an answer
    bool isHead = false; //!< a HEAD request
    bool isUpgrade = false; //!< a request that asks for a WebSocket
    bool isEventStream = false; //!< an answer that stays open
    bool isChunked = false;
    qint64 length = -1; //!< of the body; -1: not said
    QByteArrayView target; //!< of a request
};

//! Reads a head with its empty line from the front of \a bytes; laxly, for it is told of what has passed. The views are into them.
[[nodiscard]] MessageHead readRequestHead(QByteArrayView bytes);
[[nodiscard]] MessageHead readAnswerHead(QByteArrayView bytes);

} // namespace pushlab::traffic
