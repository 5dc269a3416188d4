// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/http/router.h"
#include "server/push/context.h"

#include <span>

namespace pushlab::http {
class HttpServer;
}

namespace pushlab::push {
class LongPolling;
class Polling;
class TechniqueHandler;
}

namespace pushlab::api {

//! PushLab's own API over HTTP: rooms, messages, the clock, the ledger. Forwards each request for messages to the handler of its
//! technique. Owned by the server; server's thread.
class MessagesApi final
{
public:
    //! All arguments are the server's and outlive this object; \a handlers are those of all techniques.
    MessagesApi(const push::Context &context, push::Polling &polling, push::LongPolling &longPolling,
                std::span<push::TechniqueHandler *const> handlers, http::HttpServer &http)
        : m_context(context), m_polling(polling), m_longPolling(longPolling), m_handlers(handlers), m_http(http)
    {
    }
    Q_DISABLE_COPY_MOVE(MessagesApi)

    void addRoutes(http::Router &router);

    //! Updates the ledger to the last byte, and its TCP segments to the last second.
    void bringUpToDate();
    //! Restarts the figures; no member is disconnected.
    void resetFigures();

private:
    void getMessages(const http::Call &call, http::Responder responder);
    void getRoom(const http::Call &call, http::Responder responder);
    void getTime(http::Responder responder);
    void getStats(const http::Call &call, http::Responder responder);

    push::Context m_context;
    push::Polling &m_polling;
    push::LongPolling &m_longPolling;
    std::span<push::TechniqueHandler *const> m_handlers;
    http::HttpServer &m_http;
    base::Clock::TimePoint m_segmentsRead;
};

//! Updates the numbers of members per technique in \a ledger.
void countMembers(const room::Shard &shard, ledger::Ledger &ledger);

} // namespace pushlab::api
