// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/rawclient.h"

#include <optional>

namespace pushlab::tests {

inline constexpr int continuationFrame = 0x0;
inline constexpr int textFrame = 0x1;
inline constexpr int binaryFrame = 0x2;
inline constexpr int closeFrame = 0x8;
inline constexpr int pingFrame = 0x9;
inline constexpr int pongFrame = 0xa;

//! A frame with arbitrary header bits (RFC 6455 5.2).
struct Frame
{
    enum class Length : quint8 { Shortest, Two, Eight }; //!< the form in which the length is written

    int opcode = textFrame;
    QByteArray payload = {};
    bool fin = true;
    int rsv = 0; //!< 4: RSV1, 2: RSV2, 1: RSV3
    bool masked = true;
    Length length = Length::Shortest;
    std::optional<quint64> declared = std::nullopt; //!< a length to declare instead of the payload's
};

[[nodiscard]] QByteArray encodeFrame(const Frame &frame);
//! A masked Close frame; \a reason may be invalid.
[[nodiscard]] QByteArray encodeClose(quint16 code, const QByteArray &reason = {});
//! A handshake with a valid Host field, a key and version 13; \a fields end in CRLF.
[[nodiscard]] QByteArray handshakeRequest(quint16 port, const QByteArray &target, const QByteArray &fields = {});

//! A WebSocket client without a library. Checks the host's frames strictly; fault() says what is wrong with them.
class RawWebSocket final
{
public:
    //! Connects and performs the handshake; with \a byteByByte the request is sent in single bytes.
    RawWebSocket(quint16 port, const QByteArray &target, const QByteArray &fields = {}, bool byteByByte = false,
                 int receiveBuffer = 0);

    //! Whether the host answered 101 with the right accept value and nothing that was not asked for.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const HttpAnswer &handshake() const { return m_handshake; }
    [[nodiscard]] RawClient &client() { return m_client; }
    [[nodiscard]] const QString &fault() const { return m_fault.isEmpty() ? m_client.fault() : m_fault; }

    void sendFrame(const Frame &frame) { m_client.send(encodeFrame(frame)); }
    void sendText(const QByteArray &text) { sendFrame({textFrame, text}); }

    //! The next frame, unchanged.
    [[nodiscard]] std::optional<Frame> readFrame(std::chrono::milliseconds wait = patience);
    //! The next text or binary message, joined from its frames; pings are answered. Returns nullopt at a Close frame.
    [[nodiscard]] std::optional<Frame> readMessage(std::chrono::milliseconds wait = patience);
    //! The next text message as a JSON object; empty when there is none.
    [[nodiscard]] QJsonObject readJson(std::chrono::milliseconds wait = patience);
    //! The code of the host's Close frame, 1005 when it has none; nullopt when there is no Close, or a data frame comes first.
    [[nodiscard]] std::optional<int> readCloseCode(std::chrono::milliseconds wait = patience);
    //! Whether nothing but pings comes within \a wait and the connection stays.
    [[nodiscard]] bool staysSilent(std::chrono::milliseconds wait);
    //! Whether a Ping is answered with the same payload, before any data frame.
    [[nodiscard]] bool answersPing();

private:
    bool check(const HttpAnswer &answer);
    std::optional<Frame> broken(const QString &fault);
    std::optional<Frame> checked(Frame frame);

    RawClient m_client;
    HttpAnswer m_handshake;
    bool m_isOpen = false;
    QString m_fault;
};

} // namespace pushlab::tests
