// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/protocol/technique.h"

#include <QString>

#include <optional>
#include <variant>

namespace pushlab::http {
class Request;
}

namespace pushlab::push {

//! Where a WebSocket is to go, read from its handshake.
struct SocketTarget
{
    bool isEcho = false;
    // of a room:
    QString room;
    QString member; //!< opaque id; empty for a tutorial's client
    QString name; //!< shown; empty when not said
    QString epoch; //!< empty when not named
    std::optional<qint64> after; //!< nothing: from now on
    bool isTeacher = false;
    bool withControl = false; //!< v=2: takes control entries, which are left out else
    bool isApi = false; //!< v=1 and v=2: message objects, a welcome and acks; else a tutorial's frames
};

//! Whether the request asks for a WebSocket below /ws/.
[[nodiscard]] bool isWebSocketRequest(const http::Request &request);

//! Checks a handshake as RFC 6455 4.2.1 has it, and who may open what. The answer to send when it is refused.
[[nodiscard]] std::variant<SocketTarget, http::Response> readHandshake(const http::Request &request);

//! 426: a plain request for a WebSocket's address.
[[nodiscard]] http::Response upgradeRequired();

} // namespace pushlab::push
