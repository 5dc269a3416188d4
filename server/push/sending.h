// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/message.h"
#include "server/protocol/urlencoding.h"
#include "server/push/context.h"
#include "server/room/member.h"

namespace pushlab::push {

//! What a tutorial's send carries, in its query or in a form of either type.
struct TutorialText
{
    template <typename Form>
    TutorialText(const Form &form, QByteArrayView field) : name(field), text(form.field(field)), room(form.field("room"))
    {
    }

    QByteArrayView name; //!< of the text's field
    protocol::FormView::Field text;
    protocol::FormView::Field room;
};

//! A tutorial's send, answered with `OK`. HEAD is answered alike and sends nothing. A room in the query goes first.
void sendTutorialText(const Context &context, const http::Call &call, TutorialText sent, protocol::Technique via,
                      http::Responder responder);

//! `POST /api/rooms/ROOM/messages`.
void sendApiMessage(const Context &context, const http::Call &call, http::Responder responder);

} // namespace pushlab::push
