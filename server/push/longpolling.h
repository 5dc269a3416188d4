// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/answercache.h"
#include "server/push/context.h"
#include "server/push/heldrequest.h"
#include "server/push/polling.h"
#include "server/push/readercache.h"

namespace pushlab::push {

//! Long polling: a request is held until there is a message or its hold is over (RFC 6202 2.1). On PushLab's own API by sequence
//! number, on the tutorials' routes by one queue per user. Owned by the server; server's thread.
class LongPolling final : public TechniqueHandler
{
public:
    explicit LongPolling(const Context &context) : m_context(context) {}

    //! Adds the tutorials' `/send/message/`, `/send_msg/`, `/get/message/` and `/get_msg/`.
    void addRoutes(http::Router &router) override;

    //! Answers all held requests; the members then ask again.
    void closeMembers(const QString & /*reason*/) override { stop(); }
    void forgetEncoded() override { m_answers.forget(); }
    void stop() override;

    //! Handles `GET /api/rooms/ROOM/messages` with a wait above 0.
    void hold(const MessagesQuery &query, http::Responder responder);

    //! Opens the queue of \a user, as opening a tutorial's page does. Returns false when there are too many.
    [[nodiscard]] bool openQueue(const QString &room, const QString &user);

private:
    void getFromQueue(const http::Call &call, QByteArrayView field, http::Responder responder);
    void holdQueue(const http::Call &call, const ReaderCache::Places &place, const HeldQueue::Reader &reader,
                   http::Responder responder);

    Context m_context;
    AnswerCache m_answers;
};

} // namespace pushlab::push
