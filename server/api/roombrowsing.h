// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

namespace pushlab::api {

//! What a room's page shows beside what any technique brings: who is here, and messages of before. For whoever may be in the
//! room; counts with no technique, and makes nobody a member. Owned by the server; server's thread.
class RoomBrowsing final
{
    Q_DISABLE_COPY_MOVE(RoomBrowsing)

public:
    explicit RoomBrowsing(const push::Context &context) : m_context(context) {}

    void addRoutes(http::Router &router);

private:
    void listPeople(const http::Call &call, http::Responder responder) const;
    void giveHistory(const http::Call &call, http::Responder responder) const;

    push::Context m_context;
};

} // namespace pushlab::api
