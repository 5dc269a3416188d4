// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/message.h"
#include "server/protocol/urlencoding.h"
#include "server/push/context.h"
#include "server/room/member.h"

namespace pushlab::push {

//! Where a tutorial's send has its text: in its query or in a form of either type.
struct TutorialText
{
    template <typename Form>
    TutorialText(const Form &form, QByteArrayView field) : name(field), text(form.field(field)), room(form.field("room"))
    {
    }

    QByteArrayView name; //!< name of the text's field
    protocol::FormView::Field text;
    protocol::FormView::Field room;
};

//! Handles a tutorial's send, which is answered with `OK`. HEAD gets the same answer and sends nothing. A room in the query takes
//! precedence.
void sendTutorialText(const Context &context, const http::Call &call, TutorialText sent, protocol::Technique via,
                      http::Responder responder);

//! Handles `POST /api/rooms/ROOM/messages`.
void sendApiMessage(const Context &context, const http::Call &call, http::Responder responder);

} // namespace pushlab::push
