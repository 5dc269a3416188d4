// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

namespace pushlab::api {

//! The teacher's moderation over HTTP, of a room or of the class: lists members, mutes, kicks, bans and locks. Owned by the
//! server; server's thread.
class ModerationApi final
{
public:
    explicit ModerationApi(const push::Context &context) : m_context(context) {}
    Q_DISABLE_COPY_MOVE(ModerationApi)

    void addRoutes(http::Router &router);

private:
    void listMembers(const http::Call &call, http::Responder responder);
    void moderate(const http::Call &call, http::Responder responder);
    void tellOfClass(http::Responder responder);
    void moderateClass(const http::Call &call, http::Responder responder);

    push::Context m_context;
};

} // namespace pushlab::api
