// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/protocol/questionresult.h"
#include "server/push/context.h"

#include <functional>

namespace pushlab::api {

//! `/api/class/question`: the teacher asks the class, closes the question and shows its result; `/api/rooms/ROOM/guess`: a member
//! guesses; `/api/class/guesses`: all guesses, for the teacher. Counts with no technique. Owned by the server, in its thread.
class QuestionApi final
{
    Q_DISABLE_COPY_MOVE(QuestionApi)

public:
    //! Carries out what is asked for; false when there is no question that this could be about.
    using Order = std::function<bool(const protocol::QuestionOrder &order)>;

    QuestionApi(push::Context &context, room::QuestionRound &round, Order order)
        : m_context(context), m_round(round), m_order(std::move(order))
    {
    }

    void addRoutes(http::Router &router);

private:
    void take(const http::Call &call, http::Responder responder);
    void takeGuess(const http::Call &call, http::Responder responder);
    [[nodiscard]] http::Response state() const;
    [[nodiscard]] http::Response guesses() const;

    push::Context &m_context;
    room::QuestionRound &m_round;
    Order m_order;
};

} // namespace pushlab::api
