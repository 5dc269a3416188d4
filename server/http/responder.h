// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/http/streamresponder.h"
#include "server/http/trafficobserver.h"

#include <functional>

namespace pushlab::io {
struct Cargo;
}

namespace pushlab::http {

class Connection;

//! The obligation to answer one request. Move-only: its holder has to answer, now or later. If it is destroyed unanswered it
//! answers 500 and logs a warning. A handler that keeps it beyond its own return has to call park(). Server's thread.
class Responder final
{
public:
    explicit Responder(Connection &connection);
    Responder(Responder &&other) noexcept;
    Responder &operator=(Responder &&other) noexcept;
    ~Responder();
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    //! Whether the connection still exists and can take the answer.
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    //! Declares that the answer comes later. \a onAborted is called when the client disconnects before the answer; after that
    //! nothing can be sent, and the Responder may be destroyed from within the call.
    void park(std::function<void()> onAborted);

    //! Sets the cost center to which the request and its answer are accounted.
    void setCostCenter(const CostCenter &costCenter);

    //! Says which entries the request brought, or the answer will carry, to whoever records the traffic.
    void carry(const io::Cargo &cargo) const;

    //! Hint that send() will soon be called: prefetches the memory that it uses. Called twice; the second call, with \a isNext,
    //! prefetches what can only be reached through the connection.
    void prefetch(bool isNext) const;

    //! Sends the answer; no further call is allowed. Returns whether the connection was still open. \a apart: see Amount.
    bool send(const Response &response, const Apart &apart = {});

    //! Sends the \a head of an open-ended answer, which continues until the returned object is destroyed; the head is not
    //! accounted as a body. The object is not open when the client has disconnected, or when the request was a HEAD, which is
    //! then answered. \a listener must outlive the answer.
    [[nodiscard]] StreamResponder stream(const Response &head, StreamListener &listener);

private:
    friend class Connection;
    Connection *m_connection = nullptr; // updated by the connection; null once answered or disconnected
};

} // namespace pushlab::http
