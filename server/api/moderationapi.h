// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

namespace pushlab::api {

//! What the teacher does about a room or the class over HTTP: who is in, and who may not be. Owned by the server; server's thread.
class ModerationApi final
{
public:
    explicit ModerationApi(const push::Context &context) : m_context(context) {}
    Q_DISABLE_COPY_MOVE(ModerationApi)

    void addRoutes(http::Router &router);

private:
    void listMembers(const http::Call &call, http::Responder responder);
    void moderate(const http::Call &call, http::Responder responder);
    void moderateClass(const http::Call &call, http::Responder responder);

    push::Context m_context;
};

} // namespace pushlab::api
