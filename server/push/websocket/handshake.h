// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/push/chatcall.h"

#include <QString>

#include <variant>

namespace pushlab::http {
class Request;
}

namespace pushlab::push {

//! Where a WebSocket is to go, read from its handshake. What its reader asks for is empty for an echo; without an after it
//! reads from now on.
struct SocketTarget : ReaderQuery
{
    bool isEcho = false;
    QString room; //!< unless it is an echo
    bool isApi = false; //!< v=1 and v=2: message objects, a welcome and acks; else a tutorial's frames
};

//! Whether the request asks for a WebSocket below /ws/.
[[nodiscard]] bool isWebSocketRequest(const http::Request &request);

//! Checks a handshake by RFC 6455 4.2.1 and by the client's permissions. Returns the refusal when it fails.
[[nodiscard]] std::variant<SocketTarget, http::Response> readHandshake(const http::Request &request);

//! 426: the answer to a plain request for a WebSocket's address.
[[nodiscard]] http::Response upgradeRequired();

} // namespace pushlab::push
