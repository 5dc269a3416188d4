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

//! PushLab's own API over HTTP: rooms, messages, the clock, the ledger. Hands each request for messages to the technique
//! that it asks for. Owned by the server; server's thread.
class MessagesApi final
{
public:
    //! All are the server's; \a handlers are all techniques'.
    MessagesApi(const push::Context &context, push::Polling &polling, push::LongPolling &longPolling,
                std::span<push::TechniqueHandler *const> handlers, http::HttpServer &http)
        : m_context(context), m_polling(polling), m_longPolling(longPolling), m_handlers(handlers), m_http(http)
    {
    }
    Q_DISABLE_COPY_MOVE(MessagesApi)

    void addRoutes(http::Router &router);

    //! Brings the ledger up to the last byte, and to TCP segments that were counted at most a second ago.
    void bringUpToDate();
    //! Has figures begin anew; nobody is disconnected.
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

//! Counts the members of each technique into the ledger.
void countMembers(const room::Shard &shard, ledger::Ledger &ledger);

} // namespace pushlab::api
