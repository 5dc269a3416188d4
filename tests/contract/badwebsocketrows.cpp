// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badwebsocketrows.h"

#include "server/protocol/limits.h"
#include "tests/support/rawwebsocket.h"

namespace pushlab::tests {

namespace {

const QByteArray badText = "{\"message\":\"bad\"}";

BadWebSocketRow onRoom(const char *section, const char *name, const QByteArray &frames, int closeCode)
{
    return {section, name, roomSocket, frames, closeCode};
}

BadWebSocketRow onEcho(const char *section, const char *name, const QByteArray &frames, int closeCode)
{
    return {section, name, echoSocket, frames, closeCode};
}

BadWebSocketRow closing(const char *section, const char *name, const QByteArray &payload, int closeCode)
{
    return onRoom(section, name, encodeFrame({closeFrame, payload}), closeCode);
}

//! A text frame in the room that the host refuses.
BadWebSocketRow refused(const char *name, const QByteArray &text)
{
    return {"contract, room frame", name, roomSocket, encodeFrame({textFrame, text}), 0, 1};
}

//! A Close frame with \a code in network order.
BadWebSocketRow closingWith(const char *name, quint16 code)
{
    return onEcho("RFC 6455 7.4", name, encodeClose(code), 1002);
}

} // namespace

QList<BadWebSocketRow> frameRows()
{
    const char *opcodes = "RFC 6455 5.2, opcodes";
    const char *control = "RFC 6455 5.5";
    const char *fragments = "RFC 6455 5.4";
    const QByteArray start = encodeFrame({.opcode = textFrame, .payload = "{\"message\":", .fin = false});
    return {
        onRoom("RFC 6455 5.1", "unmasked text", encodeFrame({.payload = badText, .masked = false}), 1002),
        onEcho("RFC 6455 5.1", "unmasked text to the echo", encodeFrame({.payload = "bad", .masked = false}), 1002),
        onRoom("RFC 6455 5.1", "unmasked ping", encodeFrame({.opcode = pingFrame, .masked = false}), 1002),
        onRoom("RFC 6455 5.1", "unmasked text after a masked ping",
               encodeFrame({pongFrame, "x"}) + encodeFrame({.payload = badText, .masked = false}), 1002),
        onRoom("RFC 6455 5.2", "RSV1 without an extension", encodeFrame({.payload = badText, .rsv = 4}), 1002),
        onRoom("RFC 6455 5.2", "RSV2", encodeFrame({.payload = badText, .rsv = 2}), 1002),
        onRoom("RFC 6455 5.2", "RSV3", encodeFrame({.payload = badText, .rsv = 1}), 1002),
        onRoom("RFC 6455 5.2", "reserved bits on a ping", encodeFrame({.opcode = pingFrame, .rsv = 7}), 1002),
        onRoom(opcodes, "opcode 3", encodeFrame({0x3, badText}), 1002),
        onRoom(opcodes, "opcode 4", encodeFrame({0x4, badText}), 1002),
        onRoom(opcodes, "opcode 5", encodeFrame({0x5, badText}), 1002),
        onRoom(opcodes, "opcode 6", encodeFrame({0x6, badText}), 1002),
        onRoom(opcodes, "opcode 7", encodeFrame({0x7, badText}), 1002),
        onRoom(opcodes, "opcode B", encodeFrame({0xb, "bad"}), 1002),
        onRoom(opcodes, "opcode C", encodeFrame({0xc, "bad"}), 1002),
        onRoom(opcodes, "opcode D", encodeFrame({0xd, "bad"}), 1002),
        onRoom(opcodes, "opcode E", encodeFrame({0xe, "bad"}), 1002),
        onEcho(opcodes, "opcode F", encodeFrame({0xf, "bad"}), 1002),
        onRoom(control, "ping in fragments", encodeFrame({.opcode = pingFrame, .payload = "b", .fin = false}), 1002),
        onRoom(control, "Close in fragments", encodeFrame({.opcode = closeFrame, .fin = false}), 1002),
        onRoom(control, "pong in fragments", encodeFrame({.opcode = pongFrame, .payload = "b", .fin = false}), 1002),
        onRoom(control, "pong over 125 bytes", encodeFrame({pongFrame, QByteArray(126, 'p')}), 1002),
        onRoom(control, "ping over 125 bytes", encodeFrame({pingFrame, QByteArray(126, 'p')}), 1002),
        onRoom(control, "Close over 125 bytes", encodeClose(1000, QByteArray(124, 'r')), 1002),
        onRoom(fragments, "continuation without a start", encodeFrame({continuationFrame, badText}), 1002),
        onRoom(fragments, "text inside a message in fragments", start + encodeFrame({textFrame, badText}), 1002),
        onEcho(fragments, "binary inside a text in fragments", start + encodeFrame({binaryFrame, "bad"}), 1002),
        onRoom("RFC 6455 5.2", "length of two bytes for a short one",
               encodeFrame({.payload = badText, .length = Frame::Length::Two}), 1002),
        onRoom("RFC 6455 5.2", "length of eight bytes for a short one",
               encodeFrame({.payload = badText, .length = Frame::Length::Eight}), 1002),
        onRoom("RFC 6455 5.2", "length with its highest bit", encodeFrame({.payload = badText, .declared = 1ull << 63}), 1002),
    };
}

QList<BadWebSocketRow> closeRows()
{
    return {
        closing("RFC 6455 5.5.1", "Close with one byte", QByteArray("\x03"), 1002),
        closingWith("Close code 0", 0),
        closingWith("Close code 999", 999),
        closingWith("Close code 1004, reserved", 1004),
        closingWith("Close code 1005, never sent", 1005),
        closingWith("Close code 1006, never sent", 1006),
        closingWith("Close code 1015, never sent", 1015),
        closingWith("Close code 1016, unassigned", 1016),
        closingWith("Close code 1100, unassigned", 1100),
        closingWith("Close code 2000, unassigned", 2000),
        closingWith("Close code 2999, unassigned", 2999),
        closingWith("Close code 5000", 5000),
        closingWith("Close code 65535", 65535),
        onRoom("RFC 6455 5.5.1", "Close reason that is no UTF-8", encodeClose(1000, "bad\xff"), 1007),
        onRoom("RFC 6455 5.5.1", "Close reason that breaks off", encodeClose(1000, "bad\xe6\x95"), 1007),
        onRoom("RFC 6455 5.5.1", "overlong form in a Close reason", encodeClose(1000, "bad\xc0\xaf"), 1007),
        onRoom("RFC 6455 5.5.1", "surrogate in a Close reason", encodeClose(1000, "bad\xed\xa0\x80"), 1007),
        onRoom("RFC 6455 5.5.1", "past U+10FFFF in a Close reason", encodeClose(1000, "bad\xf4\x90\x80\x80"), 1007),
    };
}

QList<BadWebSocketRow> payloadRows()
{
    const char *utf8 = "RFC 6455 8.1";
    const char *size = "RFC 6455 7.4.1, contract, limits";
    const quint64 tooLong = protocol::maxWebSocketMessageBytes + 1;
    const QByteArray half(protocol::maxWebSocketMessageBytes / 2 + 1, 'a');
    return {
        onRoom("RFC 6455 7.4.1, contract", "binary in a room", encodeFrame({binaryFrame, badText}), 1003),
        onRoom("RFC 6455 7.4.1, contract", "empty binary in a room", encodeFrame({.opcode = binaryFrame}), 1003),
        onRoom("RFC 6455 7.4.1, contract", "binary in fragments in a room",
               encodeFrame({.opcode = binaryFrame, .payload = "{\"mess", .fin = false})
                   + encodeFrame({continuationFrame, "age\":\"bad\"}"}),
               1003),
        onRoom(utf8, "stray byte", encodeFrame({textFrame, "{\"message\":\"bad\xff\"}"}), 1007),
        onRoom(utf8, "overlong form", encodeFrame({textFrame, "{\"message\":\"bad\xc0\xaf\"}"}), 1007),
        onRoom(utf8, "surrogate", encodeFrame({textFrame, "{\"message\":\"bad\xed\xa0\x80\"}"}), 1007),
        onRoom(utf8, "past U+10FFFF", encodeFrame({textFrame, "{\"message\":\"bad\xf4\x90\x80\x80\"}"}), 1007),
        onEcho(utf8, "half a character at the end", encodeFrame({textFrame, "bad\xe6\x95"}), 1007),
        onEcho(utf8, "stray byte in a fragment",
               encodeFrame({.payload = "bad", .fin = false}) + encodeFrame({continuationFrame, "\xff"}), 1007),
        onRoom(size, "frame over 400 KiB, by its header", encodeFrame({.declared = tooLong}), 1009),
        onEcho(size, "frame of an exabyte, by its header", encodeFrame({.declared = 1ull << 60}), 1009),
        onRoom(size, "fragments over 400 KiB",
               encodeFrame({.payload = half, .fin = false}) + encodeFrame({continuationFrame, half}), 1009),
        onEcho(size, "fragments over 400 KiB to the echo",
               encodeFrame({.payload = half, .fin = false}) + encodeFrame({continuationFrame, half}), 1009),
    };
}

QList<BadWebSocketRow> roomFrameRows()
{
    const QByteArray tooLong(protocol::maxTextBytes + 1, 'a');
    QList<BadWebSocketRow> rows{
        refused("text that is no JSON", "hello"),
        refused("empty text", ""),
        refused("half a JSON object", "{\"message\":\"bad\""),
        refused("JSON that is an array", "[\"bad\"]"),
        refused("JSON that is a number", "5"),
        refused("JSON without message", "{}"),
        refused("message that is a number", "{\"message\":5}"),
        refused("message that is null", "{\"message\":null}"),
        refused("message over 64 KiB", "{\"message\":\"" + tooLong + "\"}"),
    };
    rows.append({"contract, room frame", "two bad frames in one segment", roomSocket,
                 encodeFrame({textFrame, "one"}) + encodeFrame({textFrame, "two"}), 0, 2});
    rows.append({"RFC 6455 5.5.3", "pong that nobody asked for", roomSocket, encodeFrame({pongFrame, "unasked"}), 0, 0});
    return rows;
}

QList<BadWebSocketRow> allBadWebSocketRows()
{
    return frameRows() + closeRows() + payloadRows() + roomFrameRows();
}

} // namespace pushlab::tests
