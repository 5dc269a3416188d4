// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/trafficobserver.h"

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

class Request;

//! Is shown the connections while somebody records their traffic. Server's thread.
class ConnectionWatcher
{
public:
    virtual void onConnection(io::CountingSocket &socket) = 0; //!< between two requests, or before the first
    virtual void onRequest(io::CountingSocket &socket, const Request &request) = 0; //!< is about to be handled
    //! The request is about to be handed over with the socket, in which stands what came behind it.
    virtual void onUpgrade(io::CountingSocket &socket, const Request &request) = 0;
    //! The exchange in hand is of \a costCenter. \a request: its own, as long as it is kept; else nullptr.
    virtual void onCostCenter(io::CountingSocket &socket, const CostCenter &costCenter, const Request *request) = 0;
    //! An open-ended answer has begun before.
    virtual void onOpenStream(io::CountingSocket &socket, const CostCenter &costCenter, bool isChunked) = 0;

protected:
    ~ConnectionWatcher() = default;
};

} // namespace pushlab::http
