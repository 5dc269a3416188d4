// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"

#include "tests/support/anatomycheck.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <array>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<char, 4> maskingKey{0x37, char(0xfa), 0x21, 0x3d};

// The key of RFC 6455 1.3 and the accept value that it demands.
const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

void appendLength(QByteArray &bytes, int width, quint64 length)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        bytes += char(length >> shift);
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

} // namespace

QByteArray encodeFrame(const Frame &frame)
{
    const quint64 length = frame.declared.value_or(quint64(frame.payload.size()));
    QByteArray bytes(1, char((frame.fin ? 0x80 : 0) | (frame.rsv << 4) | frame.opcode));
    const char maskBit = frame.masked ? char(0x80) : char(0);
    if (frame.length == Frame::Length::Shortest && length < 126) {
        bytes += char(maskBit | char(length));
    } else if (frame.length != Frame::Length::Eight && length <= 0xffff) {
        bytes += char(maskBit | char(126));
        appendLength(bytes, 2, length);
    } else {
        bytes += char(maskBit | char(127));
        appendLength(bytes, 8, length);
    }
    if (!frame.masked)
        return bytes + frame.payload;
    bytes.append(maskingKey.data(), maskingKey.size());
    for (qsizetype i = 0; i < frame.payload.size(); ++i)
        bytes += char(frame.payload[i] ^ maskingKey[size_t(i % 4)]);
    return bytes;
}

QByteArray encodeClose(quint16 code, const QByteArray &reason)
{
    QByteArray payload;
    appendLength(payload, 2, code);
    return encodeFrame({closeFrame, payload + reason});
}

QByteArray handshakeRequest(quint16 port, const QByteArray &target, const QByteArray &fields)
{
    return getRequest(
        port, target,
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + "\r\n" + fields);
}

RawWebSocket::RawWebSocket(quint16 port, const QByteArray &target, const QByteArray &fields, bool byteByByte, int receiveBuffer)
    : m_client(port, receiveBuffer)
{
    const QByteArray request = handshakeRequest(port, target, fields);
    if (byteByByte)
        m_client.sendByteByByte(request);
    else
        m_client.send(request);
    if (auto answer = m_client.readAnswer()) {
        m_handshake = *std::move(answer);
        m_isOpen = check(m_handshake);
    }
}

// RFC 6455 4.1, the client's checks
bool RawWebSocket::check(const HttpAnswer &answer)
{
    if (answer.status != 101)
        m_fault = u"status %1"_s.arg(answer.status);
    else if (!answer.fieldHasToken("upgrade", "websocket") || !answer.fieldHasToken("connection", "upgrade"))
        m_fault = u"no Upgrade or Connection"_s;
    else if (answer.field("sec-websocket-accept") != accept)
        m_fault = u"wrong Sec-WebSocket-Accept"_s;
    else if (answer.fieldCount("sec-websocket-extensions") > 0 || answer.fieldCount("sec-websocket-protocol") > 0)
        m_fault = u"an extension or protocol that was not asked for"_s;
    return m_fault.isEmpty();
}

std::optional<Frame> RawWebSocket::broken(const QString &fault)
{
    m_fault = fault;
    return std::nullopt;
}

std::optional<Frame> RawWebSocket::readFrame(std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    const auto have = [&](qsizetype count) {
        return m_client.waitForBytes(count, std::chrono::milliseconds(deadline.remainingTime()));
    };
    if (!have(2))
        return broken(u"no frame"_s);
    const uchar second = uchar(m_client.buffer()[1]);
    const int width = (second & 0x7f) == 127 ? 8 : (second & 0x7f) == 126 ? 2 : 0;
    if (!have(2 + width))
        return broken(u"half a frame"_s);
    quint64 length = second & 0x7f;
    if (width > 0) {
        length = 0;
        for (int i = 0; i < width; ++i)
            length = length << 8 | uchar(m_client.buffer()[2 + i]);
    }
    if (second & 0x80)
        return broken(u"the host masks"_s);
    if ((width == 2 && length < 126) || (width == 8 && length < 0x10000) || length > (1u << 30))
        return broken(u"a length that is not the shortest"_s);
    const qsizetype head = 2 + width;
    if (!have(head + qsizetype(length)))
        return broken(u"half a frame"_s);
    const uchar first = uchar(m_client.buffer()[0]);
    Frame frame{first & 0x0f, m_client.buffer().mid(head, qsizetype(length)), (first & 0x80) != 0, (first >> 4) & 7, false};
    const QByteArray bytes = m_client.buffer().first(head + qsizetype(length));
    if (const char *const fault = faultOf(wire::RecordKind::Frame, bytes))
        return broken(u"anatomy: "_s + QLatin1StringView(fault));
    if (payloadIn(wire::RecordKind::Frame, bytes) != std::optional(frame.payload))
        return broken(u"anatomy: another payload"_s);
    m_client.take(bytes.size());
    return checked(std::move(frame));
}

// RFC 6455 5.2, 5.5 and 7.4
std::optional<Frame> RawWebSocket::checked(Frame frame)
{
    if (frame.rsv != 0)
        return broken(u"a reserved bit"_s);
    if ((frame.opcode > binaryFrame && frame.opcode < closeFrame) || frame.opcode > pongFrame)
        return broken(u"a reserved opcode"_s);
    if (frame.opcode >= closeFrame && (!frame.fin || frame.payload.size() > 125))
        return broken(u"a control frame in fragments or too long"_s);
    if (frame.opcode == closeFrame && (frame.payload.size() == 1 || !isUtf8(frame.payload.mid(2))))
        return broken(u"a malformed Close"_s);
    if (frame.opcode == textFrame && frame.fin && !isUtf8(frame.payload))
        return broken(u"text that is no UTF-8"_s);
    return frame;
}

std::optional<Frame> RawWebSocket::readMessage(std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    std::optional<Frame> message;
    while (auto frame = readFrame(std::chrono::milliseconds(deadline.remainingTime()))) {
        if (frame->opcode == closeFrame)
            return broken(u"closed"_s);
        if (frame->opcode == pingFrame)
            sendFrame({pongFrame, frame->payload});
        if (frame->opcode >= closeFrame)
            continue;
        if ((frame->opcode == continuationFrame) != message.has_value())
            return broken(u"a fragment out of place"_s);
        const bool last = frame->fin;
        if (message)
            message->payload += frame->payload;
        else
            message = std::move(frame);
        if (last)
            return message;
    }
    return std::nullopt;
}

QJsonObject RawWebSocket::readJson(std::chrono::milliseconds wait)
{
    const auto message = readMessage(wait);
    return message && message->opcode == textFrame ? QJsonDocument::fromJson(message->payload).object() : QJsonObject();
}

std::optional<int> RawWebSocket::readCloseCode(std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    while (const auto frame = readFrame(std::chrono::milliseconds(deadline.remainingTime()))) {
        if (frame->opcode < closeFrame)
            return std::nullopt;
        if (frame->opcode != closeFrame)
            continue;
        if (frame->payload.isEmpty())
            return 1005; // RFC 6455 7.1.5
        return uchar(frame->payload[0]) << 8 | uchar(frame->payload[1]);
    }
    return std::nullopt;
}

bool RawWebSocket::staysSilent(std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    while (m_client.waitForBytes(1, std::chrono::milliseconds(deadline.remainingTime()))) {
        const auto frame = readFrame();
        if (!frame || frame->opcode != pingFrame)
            return false;
        sendFrame({pongFrame, frame->payload});
    }
    return m_client.isOpen();
}

bool RawWebSocket::answersPing()
{
    sendFrame({pingFrame, "still there?"});
    while (const auto frame = readFrame()) {
        if (frame->opcode != pingFrame)
            return frame->opcode == pongFrame && frame->payload == "still there?";
        sendFrame({pongFrame, frame->payload});
    }
    return false;
}

} // namespace pushlab::tests
