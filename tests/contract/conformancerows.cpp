// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/conformancerows.h"

#include "server/protocol/frame.h"
#include "server/protocol/limits.h"
#include "tests/support/rawwebsocket.h"

namespace pushlab::tests {

namespace {

using protocol::Opcode;

QByteArray fromHost(Opcode opcode, const QByteArray &payload)
{
    QByteArray bytes;
    protocol::appendFrame(bytes, opcode, payload);
    return bytes;
}

QByteArray text(const QByteArray &payload)
{
    return encodeFrame({textFrame, payload});
}

QByteArray binary(const QByteArray &payload)
{
    return encodeFrame({binaryFrame, payload});
}

QByteArray ping(const QByteArray &payload)
{
    return encodeFrame({pingFrame, payload});
}

//! A message in fragments, with \a between sent in each gap.
QByteArray fragments(int opcode, const QList<QByteArray> &parts, const QByteArray &between = {})
{
    QByteArray bytes;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        bytes += encodeFrame({.opcode = i == 0 ? opcode : continuationFrame, .payload = parts[i], .fin = isLast});
        if (!isLast)
            bytes += between;
    }
    return bytes;
}

QList<QByteArray> singleBytes(const QByteArray &bytes)
{
    QList<QByteArray> parts;
    for (const char byte : bytes)
        parts.append(QByteArray(1, byte));
    return parts;
}

//! A text in fragments, which is returned as one.
ConformanceRow joined(const char *section, const char *name, const QList<QByteArray> &parts, const QByteArray &between = {},
                      const QByteArray &answerBefore = {})
{
    return {section, name, fragments(textFrame, parts, between), answerBefore + fromHost(Opcode::Text, parts.join())};
}

ConformanceRow notUtf8(const char *name, const QList<QByteArray> &parts)
{
    return {"8.1", name, fragments(textFrame, parts), {}, 1007};
}

QList<ConformanceRow> lengthRows()
{
    QList<ConformanceRow> rows{
        {"5.2", "empty text", text({}), fromHost(Opcode::Text, {})},
        {"5.2", "empty binary", binary({}), fromHost(Opcode::Binary, {})},
        {"5.2", "all byte values", binary(QByteArray::fromHex("000102fdfeff80")),
         fromHost(Opcode::Binary, QByteArray::fromHex("000102fdfeff80"))},
    };
    const char *const names[] = {"125 bytes", "126 bytes", "127 bytes", "65535 bytes", "65536 bytes"};
    const int lengths[] = {125, 126, 127, 65535, 65536};
    for (int i = 0; i < 5; ++i)
        rows.append({"5.2", names[i], text(QByteArray(lengths[i], 'l')), fromHost(Opcode::Text, QByteArray(lengths[i], 'l'))});
    const QByteArray most(protocol::maxWebSocketMessageBytes, 'm');
    rows.append({"contract", "the longest message", binary(most), fromHost(Opcode::Binary, most)});
    rows.append({"7.4.1", "a byte longer", binary(most + 'x'), {}, 1009});
    // Two bytes per character: the limit is on bytes.
    const QByteArray half = QByteArray("\xc3\xa9").repeated(protocol::maxWebSocketMessageBytes / 4);
    rows.append(joined("contract", "the longest text, in fragments", {half, half}));
    rows.append({"7.4.1", "a byte longer, in fragments", fragments(textFrame, {half, half, "x"}), {}, 1009});
    rows.append({"5.3", "mask of zeros", QByteArray::fromHex("818200000000") + "hi", fromHost(Opcode::Text, "hi")});
    return rows;
}

QList<ConformanceRow> fragmentRows()
{
    const QByteArray pong = fromHost(Opcode::Pong, "p");
    const QByteArray ab = fromHost(Opcode::Binary, "ab");
    return {
        joined("5.4", "two fragments", {"hel", "lo"}),
        joined("5.4", "empty fragments", {"", "", "x", ""}),
        joined("5.4", "nothing in fragments", {"", ""}),
        joined("5.4", "ping between fragments", {"hel", "lo"}, ping("p"), pong),
        joined("5.4", "pong between fragments", {"hel", "lo"}, encodeFrame({pongFrame, "p"})),
        {"5.4", "binary in fragments", fragments(binaryFrame, {"a", "b"}), ab},
        {"5.4", "no UTF-8 in binary fragments", fragments(binaryFrame, {"\xff", "\xe4"}), fromHost(Opcode::Binary, "\xff\xe4")},
        {"5.4", "both kinds, one after another",
         fragments(textFrame, {"t", "1"}) + binary("ab") + fragments(textFrame, {"t", "2"}) + text("t3")
             + fragments(binaryFrame, {"a", "b"}) + fragments(textFrame, {"t", "4"}),
         fromHost(Opcode::Text, "t1") + ab + fromHost(Opcode::Text, "t2") + fromHost(Opcode::Text, "t3") + ab
             + fromHost(Opcode::Text, "t4")},
        {"5.4", "text inside a text in fragments", encodeFrame({.payload = "a", .fin = false}) + text("b"), {}, 1002},
        {"5.4", "another text in fragments inside one", encodeFrame({.payload = "a", .fin = false}).repeated(2), {}, 1002},
        {"5.4", "binary inside a text in fragments", encodeFrame({.payload = "a", .fin = false}) + binary("b"), {}, 1002},
        {"5.4", "continuation behind a text in fragments",
         fragments(textFrame, {"a", "b"}) + encodeFrame({continuationFrame, "c"}), fromHost(Opcode::Text, "ab"), 1002},
    };
}

QList<ConformanceRow> textRows()
{
    const QByteArray all = "a\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x98\x80";
    return {
        joined("8.1", "split inside two bytes", {"caf\xc3", "\xa9"}),
        joined("8.1", "split inside three bytes", {"\xe4\xbd", "\xa0"}),
        joined("8.1", "split inside four bytes", {"\xf0", "\x9f\x98", "\x80"}),
        joined("8.1", "a fragment a byte", singleBytes(all)),
        joined("8.1", "split inside, with pings between", {"\xe4", "\xbd", "\xa0"}, ping("p"),
               fromHost(Opcode::Pong, "p").repeated(2)),
        joined("8.1", "U+FEFF in fragments", {"\xef\xbb", "\xbfx"}),
        {"8.1", "U+FEFF at the beginning", text("\xef\xbb\xbfx"), fromHost(Opcode::Text, "\xef\xbb\xbfx")},
        {"8.1", "NUL and non-characters", text(QByteArray("a\0\xef\xbf\xbf", 5)),
         fromHost(Opcode::Text, QByteArray("a\0\xef\xbf\xbf", 5))},
        notUtf8("a character that breaks off at the boundary", {"\xe4\xbd", "a"}),
        notUtf8("a character that breaks off at the end", {"\xe4", "\xbd"}),
        notUtf8("overlong, split", {"\xc0", "\xaf"}),
        notUtf8("surrogate, split", {"\xed", "\xa0\x80"}),
        notUtf8("past U+10FFFF, split", {"\xf4", "\x90\x80\x80"}),
        notUtf8("continuation byte at the boundary", {"a", "\x80"}),
    };
}

//! A Close, which is returned with its code.
ConformanceRow echoed(quint16 code, const QByteArray &name = {}, const QByteArray &reason = {})
{
    return {"7.4", "Close " + QByteArray::number(code) + name, encodeClose(code, reason), {}, code};
}

QList<ConformanceRow> controlRows()
{
    const QByteArray longest(125, 'p');
    QList<ConformanceRow> rows{
        {"5.5.2", "empty ping", ping({}), fromHost(Opcode::Pong, {})},
        {"5.5.2", "ping of 125 bytes", ping(longest), fromHost(Opcode::Pong, longest)},
        {"5.5.2", "ping of any bytes", ping("\xff\xfe"), fromHost(Opcode::Pong, "\xff\xfe")},
        {"5.5.3", "pong that nobody asked for", encodeFrame({pongFrame, "x"})},
        {"5.5.1", "Close without a code", encodeFrame({.opcode = closeFrame}), {}, 1000},
        {"5.5.1", "Close behind pongs that nobody asked for", encodeFrame({pongFrame, "x"}).repeated(3) + encodeClose(1001), {}, 1001},
        {"5.5.1", "two Closes", encodeClose(1001) + encodeClose(1002), {}, 1001},
        echoed(1000, " with a reason", "that is all \xe4\xbd\xa0"),
        echoed(1000, " with the longest reason", QByteArray(123, 'r')),
        echoed(1014, " with a reason", "\xef\xbb\xbf"),
        {"5.5.1", "data behind a Close", encodeClose(1000) + text("late") + ping("late"), {}, 1000},
        {"5.5.1",
         "Close between fragments",
         encodeFrame({.payload = "a", .fin = false}) + encodeClose(1000) + encodeFrame({continuationFrame, "b"}),
         {},
         1000},
        {"5.5.1", "Close behind a message", text("a") + encodeClose(1000), fromHost(Opcode::Text, "a"), 1000},
    };
    for (const quint16 code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
        rows.append(echoed(code));
    return rows;
}

} // namespace

QList<ConformanceRow> conformanceRows()
{
    return lengthRows() + fragmentRows() + textRows() + controlRows();
}

} // namespace pushlab::tests
