// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/message.h"
#include "server/protocol/urlencoding.h"
#include "server/push/context.h"
#include "server/room/member.h"

namespace pushlab::push {

//! Appends to the room and counts the send; returns the message's number. For every technique.
qint64 appendCounted(const Context &context, room::Room &room, const protocol::Outgoing &outgoing,
                     const room::Identity &sender, protocol::Technique via);

//! A tutorial's send: the text in field \a field of \a form, answered with `OK`. HEAD is answered alike and sends nothing.
void sendTutorialText(const Context &context, const http::Call &call, const protocol::FormView &form, QByteArrayView field,
                      protocol::Technique via, http::Responder responder);

//! `POST /api/rooms/ROOM/messages`.
void sendApiMessage(const Context &context, const http::Call &call, http::Responder responder);

} // namespace pushlab::push
