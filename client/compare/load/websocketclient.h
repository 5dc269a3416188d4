// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/standingconnection.h"
#include "server/protocol/frame.h"
#include "server/protocol/wire/responseparser.h"

namespace pushlab::compare {

//! A WebSocket that receives and sends. When it is lost, it reconnects at its position.
class WebSocketClient final : public VirtualClient, private SocketUser
{
public:
    WebSocketClient(ClientContext &context, QByteArray member);

    void prepare(std::function<void(bool)> done) override;
    void begin(std::chrono::milliseconds) override {} // it has been receiving since the welcome
    void send(int number) override;
    void stop() override;
    [[nodiscard]] SocketTotals totals() const override { return m_line.totals(); }
    void record(Recording &recording) override { m_line.record(recording); }

private:
    void onOpen() override;
    void onBytes(QByteArrayView bytes) override;
    void onClosed() override;
    bool takeHandshake(QByteArrayView &bytes);
    void takeFrames(QByteArrayView bytes);
    void takeFrame(const protocol::FrameHeader &header, QByteArrayView payload);
    void takeText(QByteArrayView json, qint64 headerBytes);
    void recordFrame(bool isSent, int opcode, QByteArrayView payload);
    qsizetype write(protocol::Opcode opcode, QByteArrayView payload);

    StandingConnection m_line;
    ResponseParser m_parser; // of the handshake's answer
    QByteArray m_unread; // a part of a frame
    bool m_isUpgraded = false;
    bool m_isWelcome = false;
};

} // namespace pushlab::compare
