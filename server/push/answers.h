// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/roominfo.h"
#include "server/room/roomlog.h"

#include <QByteArray>

namespace pushlab::push {

//! The body of an answer with messages, and a summary of it.
struct Batch
{
    QByteArray body;
    int count = 0; //!< number of messages
    qint64 after = 0; //!< number of the entry before the first, when there are any
    qint64 last = 0; //!< number of the last entry that it covers, when there are any
    int controls = 0; //!< number of control entries
    qint64 controlBytes = 0; //!< bytes of their objects, with one comma each
};

//! The answer to `GET /api/rooms/ROOM/messages`: the entries after \a after, up to maxAnswerBytes. With an \a epoch other than
//! the log's it has no entries, but says where the log begins; an empty epoch means that the client named none. \a now: ms since
//! 1970. Without \a withControl control entries are left out: numbers then have gaps, and "next" says how far the answer reaches.
[[nodiscard]] Batch messagesAnswer(const room::RoomLog &log, qint64 after, const QString &epoch, double now, bool withControl);

//! The answer to `GET /get/msg/`: the texts from position \a index on, up to maxAnswerBytes. Control entries have a position but
//! no text.
[[nodiscard]] Batch pollAnswer(const room::RoomLog &log, qint64 index);

//! The answer to `GET /get_msg/` and `GET /get/message/`: one message.
[[nodiscard]] QByteArray queueAnswer(const protocol::EncodedEntry &message);
//! The answer to these when the hold ends without a message.
[[nodiscard]] QByteArray emptyQueueAnswer();

//! What a client of \a room needs to begin.
[[nodiscard]] protocol::RoomInfo roomInfo(const QString &room, const room::RoomLog &log, const protocol::ClassSettings &settings,
                                          double now);

} // namespace pushlab::push
