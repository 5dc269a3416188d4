// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/peer.h"
#include "server/http/response.h"

#include <functional>
#include <variant>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

class Request;

//! Takes the socket of a request that was found in order, with what followed the request unread. The request's own \a headSize
//! bytes have been read.
using Takeover = std::function<void(io::CountingSocket *socket, qint64 headSize)>;

//! Takes over connections that ask for another protocol. Implemented by whoever speaks it.
class UpgradeHandler
{
public:
    virtual ~UpgradeHandler() = default;

    //! Whether the request asks for this handler's protocol; others are answered over HTTP.
    [[nodiscard]] virtual bool isUpgrade(const Request &request) const = 0;
    //! Reads what the request asks for, once: how it gets the connection, or the answer when it may not have it. \a peer need not
    //! be the socket's, for a proxy may stand between. The handler outlives the returned.
    [[nodiscard]] virtual std::variant<Takeover, Response> check(const Request &request, const Peer &peer) = 0;
};

} // namespace pushlab::http
