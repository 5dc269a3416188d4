// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/responder.h"
#include "server/push/context.h"
#include "server/room/member.h"

#include <QByteArray>

#include <optional>
#include <variant>

//! Decides who may be in a room and who may send, for all techniques.
namespace pushlab::push {

//! Why something is not allowed.
struct Denial
{
    int status = 403;
    QByteArray code;
    QByteArray text; //!< English, says what to do
    QByteArray fields; //!< additional field lines of the answer
};
[[nodiscard]] http::Response toResponse(const Denial &denial);

//! The refusal for a member that the teacher has evicted.
[[nodiscard]] Denial evicted(bool isBanned);

//! Why \a identity may not be in any room of the class; nullopt when it may be in some room.
[[nodiscard]] std::optional<Denial> denyClass(const Context &context, const room::MemberIdentity &identity);

//! Why \a identity may not be in \a room; nothing when it may.
[[nodiscard]] std::optional<Denial> denyEntry(const Context &context, room::Room &room, const room::MemberIdentity &identity);

//! Why \a identity may not send a message to the room now, over the \a connection with that number (http::Peer). Counts the
//! message.
[[nodiscard]] std::optional<Denial> denySend(const Context &context, room::Room &room, const room::MemberIdentity &identity,
                                             quint64 connection);

//! The room of that name, opened if need be, in which \a identity may be; else the answer that says why not. Nobody who may be
//! in no room opens one.
[[nodiscard]] std::variant<room::Room *, http::Response> enterRoom(const Context &context, const QString &name,
                                                                   const room::MemberIdentity &identity);
//! The same for a request. nullptr: it has been answered.
[[nodiscard]] room::Room *enterRoom(const Context &context, const QString &name, const room::MemberIdentity &identity,
                                    http::Responder &responder);
//! The same for one that sends a message, as denySend() has it.
[[nodiscard]] room::Room *enterToSend(const Context &context, const QString &name, const room::MemberIdentity &identity,
                                      quint64 connection, http::Responder &responder);

} // namespace pushlab::push
