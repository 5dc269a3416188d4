// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/http/streamresponder.h"
#include "server/http/trafficobserver.h"

#include <functional>

namespace pushlab::http {

class Connection;

//! The duty to answer one request. Move-only: whoever holds it answers, now or later. Destroyed unanswered it sends 500
//! and warns. A holder that keeps it beyond its handler parks it. Server's thread.
class Responder final
{
public:
    explicit Responder(Connection &connection);
    Responder(Responder &&other) noexcept;
    Responder &operator=(Responder &&other) noexcept;
    ~Responder();
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    //! Whether the connection is still there to take the answer.
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    //! Says that the answer comes later. \a onAborted is called when the reader goes away before: from then on nothing can
    //! be sent, and it may destroy the Responder.
    void park(std::function<void()> onAborted);

    //! To whose cost the bytes of this request and its answer go.
    void setCostCenter(const CostCenter &costCenter);

    //! It is soon to answer: a hint to fetch from memory what that takes. Called twice, the second time, \a isNext, for what
    //! only the connection leads to.
    void prefetch(bool isNext) const;

    //! Sends the answer and is done. Returns whether it was handed to a connection that was still open. \a apart: as in Amount.
    bool send(const Response &response, const Apart &apart = {});

    //! Sends the \a head, whose body does not count, of an answer that goes on until the returned is destroyed. That is none
    //! when the reader has gone, and for a HEAD, which is then answered. \a listener outlives the answer.
    [[nodiscard]] StreamResponder stream(const Response &head, StreamListener &listener);

private:
    friend class Connection;
    Connection *m_connection = nullptr; // the connection keeps the way back
};

} // namespace pushlab::http
