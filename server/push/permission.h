// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/push/context.h"
#include "server/room/member.h"

#include <QByteArray>

#include <optional>

//! The one place that says who may be in a room and who may send, over whatever technique.
namespace pushlab::push {

//! Why not.
struct Denial
{
    int status = 403;
    QByteArray code;
    QByteArray text; //!< English, says what to do
    QByteArray fields; //!< header lines
};
[[nodiscard]] http::Response toResponse(const Denial &denial);

//! What somebody is told who is sent away by the teacher.
[[nodiscard]] Denial sentAway(bool isBanned);

//! Why \a identity may not be in \a room; nothing when it may.
[[nodiscard]] std::optional<Denial> denyEntry(const Context &context, room::Room &room, const room::Identity &identity);

//! Why it may not send a message there now. Counts the message.
[[nodiscard]] std::optional<Denial> denySend(const Context &context, room::Room &room, const room::Identity &identity);

} // namespace pushlab::push
