// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/websocket/websocketconnection.h"

namespace pushlab::push {

//! `/ws/echo/`: returns every message unchanged. Server's thread.
class EchoSocket final : public WebSocketConnection
{
    Q_OBJECT

public:
    using WebSocketConnection::WebSocketConnection;

private:
    void onText(const QByteArray &utf8) override;
    void onBinary(const QByteArray &bytes) override;
    void onDrained() override {}
    void echo(protocol::Opcode opcode, const QByteArray &payload);
};

} // namespace pushlab::push
