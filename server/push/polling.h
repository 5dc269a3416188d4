// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/answercache.h"
#include "server/push/context.h"
#include "server/push/history.h"
#include "server/push/techniquehandler.h"

namespace pushlab::push {

//! The parameters of a request for messages on PushLab's own API.
struct MessagesQuery
{
    QString room;
    QString epoch; //!< empty: not given
    qint64 after = 0;
    std::chrono::milliseconds wait{};
    room::MemberIdentity reader;
    bool withControl = false; //!< the client takes control entries
};

//! Short polling: every request is answered at once with the entries that there are. Owned by the server; server's thread.
class Polling final : public TechniqueHandler
{
public:
    explicit Polling(const Context &context) : m_context(context) {}

    //! Adds the tutorial's `/send/msg/` and `/get/msg/`.
    void addRoutes(http::Router &router) override;

    void forgetEncoded() override { m_answers.forget(); }

    //! Handles `GET /api/rooms/ROOM/messages` with wait=0.
    void answer(const MessagesQuery &query, bool isHead, http::Responder responder);

private:
    void sendMessage(const http::Call &call, http::Responder responder);
    void getMessages(const http::Call &call, http::Responder responder);
    struct Reader
    {
        room::Room &room;
        room::Member *member; //!< may be nullptr
        bool isTeacher;
    };
    //! Sends \a body, and counts the answer.
    void reply(const Reader &to, const QByteArray &body, const Handed &handed, http::Responder responder);

    Context m_context;
    AnswerCache m_answers;
};

} // namespace pushlab::push
