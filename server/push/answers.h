// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/roominfo.h"
#include "server/room/roomlog.h"

#include <QByteArray>

namespace pushlab::room {
class Room;
struct MemberIdentity;
} // namespace pushlab::room

namespace pushlab::push {

struct Context;

//! The body of an answer with messages, and what it holds.
struct Batch
{
    QByteArray body;
    int count = 0; //!< messages in it
    qint64 after = 0; //!< number before the first, when there are any
    qint64 last = 0; //!< how far it reaches, when there are any
    int controls = 0; //!< control entries in it
    qint64 controlBytes = 0; //!< their objects, with a comma each
};

//! `GET /api/rooms/ROOM/messages`: what follows \a after, up to maxAnswerBytes. Another \a epoch than the log's gives no
//! messages but the start of the log to go on from; an empty one means that the client named none. \a now: ms since 1970.
//! Without \a withControl control entries are left out: numbers skip, and "next" says how far the answer reaches.
[[nodiscard]] Batch messagesAnswer(const room::RoomLog &log, qint64 after, const QString &epoch, double now, bool withControl);

//! `GET /get/msg/`: the texts from position \a index on, up to maxAnswerBytes. Control entries have positions but no texts.
[[nodiscard]] Batch pollAnswer(const room::RoomLog &log, qint64 index);

//! `GET /get_msg/` and `GET /get/message/`: one message.
[[nodiscard]] QByteArray queueAnswer(const protocol::EncodedEntry &message);
//! The same at the end of the hold.
[[nodiscard]] QByteArray emptyQueueAnswer();

//! What a client of \a room starts from.
[[nodiscard]] protocol::RoomInfo roomInfo(const QString &room, const room::RoomLog &log, const protocol::ClassSettings &settings,
                                          double now);
//! The same with the name that \a reader has there.
[[nodiscard]] protocol::RoomInfo roomInfo(const Context &context, room::Room &room, const room::MemberIdentity &reader);

} // namespace pushlab::push
