// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/tokenissuer.h"
#include "server/http/router.h"
#include "server/push/context.h"

#include <optional>

namespace pushlab::web {

class PageRoutes;

//! Stands before all routes and WebSockets, and issues tokens to clients that know the class's PIN or the teacher's key. Owned by
//! the server; server's thread.
class Entrance final
{
public:
    Entrance(const push::Context &context, const PageRoutes &pages) : m_context(context), m_pages(pages) {}
    Q_DISABLE_COPY_MOVE(Entrance)

    void addRoutes(http::Router &router);

    //! To be called when a class without a PIN gets its first one: clients that are members then need no PIN while they stay
    //! members, identified by their id or address.
    void keepInsiders();
    //! From now on every client needs the PIN.
    void forgetInsiders() { m_insiders = {}; }

private:
    [[nodiscard]] std::optional<http::Response> refuse(const http::Call &call, http::Access access) const;
    [[nodiscard]] bool isInsider(const http::Call &call) const;
    void tellWhetherIn(const http::Call &call, http::Responder responder);
    void letIn(const http::Call &call, admission::TokenIssuer::Kind kind, const char *field, http::Responder responder);

    push::Context m_context;
    const PageRoutes &m_pages;
    room::Moderation m_insiders; //!< holds those who need no PIN; it is locked for all others
};

} // namespace pushlab::web
