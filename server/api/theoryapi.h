// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/expectation.h"
#include "server/push/context.h"

namespace pushlab::api {

//! `/api/theory`: what theory expects of the techniques under the class settings, for a page to set it beside what the ledger
//! measured. Names nobody and counts with no technique. Owned by the server; server's thread.
class TheoryApi final
{
    Q_DISABLE_COPY_MOVE(TheoryApi)

public:
    //! Without a \a theory nothing is expected of any technique.
    TheoryApi(const push::Context &context, protocol::Theory theory) : m_context(context), m_theory(std::move(theory)) {}

    void addRoutes(http::Router &router);

private:
    void expect(const http::Call &call, http::Responder responder) const;

    push::Context m_context;
    protocol::Theory m_theory;
};

} // namespace pushlab::api
