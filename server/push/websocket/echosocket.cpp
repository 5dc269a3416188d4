// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/echosocket.h"

#include "server/protocol/limits.h"

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;

void EchoSocket::onText(const QByteArray &utf8)
{
    echo(protocol::Opcode::Text, utf8);
}

void EchoSocket::onBinary(const QByteArray &bytes)
{
    echo(protocol::Opcode::Binary, bytes);
}

void EchoSocket::echo(protocol::Opcode opcode, const QByteArray &payload)
{
    if (backlog() > protocol::maxBacklogBytes) {
        close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be read; read faster."_s);
        return;
    }
    QByteArray frame;
    protocol::appendFrame(frame, opcode, payload);
    write(frame, payload.size());
}

} // namespace pushlab::push
