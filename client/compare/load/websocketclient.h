// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/virtualclient.h"
#include "server/protocol/frame.h"
#include "server/protocol/wire/responseparser.h"

#include <QTimer>

namespace pushlab::compare {

//! One WebSocket that receives and sends. Connects again when it is lost, from where it was.
class WebSocketClient final : public VirtualClient, private SocketUser
{
public:
    WebSocketClient(ClientContext &context, QByteArray member);

    void prepare(std::function<void(bool)> done) override;
    void begin(std::chrono::milliseconds) override {} // it listens since the welcome
    void send(int number) override;
    void stop() override;
    [[nodiscard]] SocketTotals totals() const override { return m_socket.totals(); }
    void record(Recording &recording) override { m_recording = &recording; }

private:
    void onOpen() override;
    void onBytes(QByteArrayView bytes) override;
    void onClosed() override;
    void connectToHost();
    bool takeHandshake(QByteArrayView &bytes);
    void takeFrames(QByteArrayView bytes);
    void takeFrame(const protocol::FrameHeader &header, QByteArrayView payload);
    void takeText(QByteArrayView json, qint64 headerBytes);
    void reportReady(bool isReady);
    void recordFrame(bool isSent, int opcode, QByteArrayView payload);
    qsizetype write(protocol::Opcode opcode, QByteArrayView payload);

    LoadSocket m_socket{*this};
    ResponseParser m_parser; // of the handshake's answer
    QByteArray m_unread; // a part of a frame
    QTimer m_retry;
    std::function<void(bool)> m_done;
    Recording *m_recording = nullptr;
    Exchange m_handshake; // as far as it is
    double m_beganAt = 0; // local ms: to connect, then to wait
    bool m_isUpgraded = false;
    bool m_isWelcome = false;
};

} // namespace pushlab::compare
