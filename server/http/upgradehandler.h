// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/peer.h"
#include "server/http/response.h"

#include <optional>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

class Request;

//! Takes over connections that ask for another protocol. Implemented by whoever speaks it.
class UpgradeHandler
{
public:
    virtual ~UpgradeHandler() = default;

    //! Whether the request is one for this handler; others are answered over HTTP.
    [[nodiscard]] virtual bool isUpgrade(const Request &request) const = 0;
    //! The answer when it may not have the connection; nothing when it may.
    [[nodiscard]] virtual std::optional<Response> refuse(const Request &request, const Peer &peer) const = 0;
    //! Takes the socket with what followed the request unread. The request's own \a headSize bytes have been read. \a peer
    //! need not be the socket's: a proxy may stand between.
    virtual void take(const Request &request, const Peer &peer, io::CountingSocket *socket, qint64 headSize) = 0;
};

} // namespace pushlab::http
