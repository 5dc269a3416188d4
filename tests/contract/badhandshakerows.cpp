// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badhttprows.h"

namespace pushlab::tests {

namespace {

//! A handshake whose parts may be left out or replaced.
struct Handshake
{
    QByteArray method = "GET";
    QByteArray target = "/ws/chat/lobby/";
    QByteArray version = "HTTP/1.1";
    QByteArray host = "Host: {host}\r\n";
    QByteArray upgrade = "Upgrade: websocket\r\n";
    QByteArray connection = "Connection: Upgrade\r\n";
    QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QByteArray protocolVersion = "Sec-WebSocket-Version: 13\r\n";
    QByteArray more = {};

    [[nodiscard]] QByteArray bytes() const
    {
        return method + ' ' + target + ' ' + version + "\r\n" + host + upgrade + connection + key + protocolVersion + more + "\r\n";
    }
};

BadHttpRow row(const char *section, const char *name, const Handshake &handshake, const QList<int> &statuses,
               const QByteArray &mustCarry = {})
{
    return {section, name, handshake.bytes(), statuses, After::AsSaid, mustCarry};
}

//! A row for each way in which the bytes may be split, with the same answer.
BadHttpRow body(const char *name, const QByteArray &framing, const QByteArray &bytes)
{
    return {"RFC 6455 4.1", name, Handshake{.more = framing}.bytes() + bytes, {400}, After::Closes, {}, "unexpected-body"};
}

} // namespace

QList<BadHttpRow> handshakeRows()
{
    const char *request = "RFC 6455 4.2.1";
    const char *origin = "RFC 6455 10.2, contract, another site";
    const QByteArray speaks13 = "sec-websocket-version: 13";
    const QByteArray wrongVersion = "Sec-WebSocket-Version: 12\r\n";
    const QByteArray longRoom(65, 'r');
    return {
        row(request, "WebSocket: no key", {.key = {}}, {400}),
        row(request, "WebSocket: empty key", {.key = "Sec-WebSocket-Key:\r\n"}, {400}),
        row(request, "WebSocket: key that is no base64", {.key = "Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!==\r\n"}, {400}),
        row(request, "WebSocket: key of 15 bytes", {.key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j\r\n"}, {400}),
        row(request, "WebSocket: two versions", {.more = "Sec-WebSocket-Version: 13\r\n"}, {400}),
        row(request, "WebSocket: protocols that are no list", {.more = "Sec-WebSocket-Protocol: a b\r\n"}, {400}),
        row(request, "WebSocket: extensions that are no list", {.more = "Sec-WebSocket-Extensions: a; b=\r\n"}, {400}),
        row(request, "WebSocket: Upgrade that is no list", {.upgrade = "Upgrade: websocket, a b\r\n"}, {400}),
        body("WebSocket: a body", "Content-Length: 2\r\n", "ab"),
        body("WebSocket: half a body", "Content-Length: 2\r\n", "a"),
        body("WebSocket: a body with a frame behind it", "Content-Length: 2\r\n", "ab\x81\x82"),
        body("WebSocket: a chunked body", "Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\n\r\n"),
        body("WebSocket: an empty chunked body", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        body("WebSocket: a malformed chunked body", "Transfer-Encoding: chunked\r\n", "x\r\n"),
        row(request, "WebSocket: two keys", {.more = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"}, {400}),
        row("RFC 6455 4.4", "WebSocket: version 12", {.protocolVersion = wrongVersion}, {426}, speaks13),
        row("RFC 6455 4.4", "WebSocket: version 99", {.protocolVersion = "Sec-WebSocket-Version: 99\r\n"}, {426}, speaks13),
        row("RFC 6455 4.4", "WebSocket: wrong version on the echo", {.target = "/ws/echo/", .protocolVersion = wrongVersion},
            {426}, speaks13),
        row("RFC 6455 4.4", "WebSocket: no version", {.protocolVersion = {}}, {400, 426}),
        row("RFC 9110 15.5.22", "WebSocket: plain GET of a room",
            {.upgrade = {}, .connection = {}, .key = {}, .protocolVersion = {}}, {426}, "upgrade: websocket"),
        row("RFC 9110 15.5.22", "WebSocket: plain GET of the echo",
            {.target = "/ws/echo/", .upgrade = {}, .connection = {}, .key = {}, .protocolVersion = {}}, {426}, "upgrade: websocket"),
        row(request, "WebSocket: no Upgrade", {.upgrade = {}}, {400, 426}),
        row(request, "WebSocket: another Upgrade", {.upgrade = "Upgrade: h2c\r\n"}, {400, 426}),
        row(request, "WebSocket: no Connection", {.connection = {}}, {400, 426}),
        row(request, "WebSocket: Connection without upgrade", {.connection = "Connection: keep-alive\r\n"}, {400, 426}),
        row(request, "WebSocket: POST", {.method = "POST"}, {400, 405}),
        row(request, "WebSocket: HTTP/1.0", {.version = "HTTP/1.0"}, {400, 426}),
        row(request, "WebSocket: no Host", {.host = {}}, {400}),
        row("RFC 9110 15.5.20", "WebSocket: foreign Host", {.host = "Host: evil.example\r\n"}, {421}),
        row("RFC 9112 5.1", "WebSocket: blank before a colon", {.more = "X-A : b\r\n"}, {400}),
        row(origin, "WebSocket: foreign Origin on a room", {.more = "Origin: http://evil.example\r\n"}, {403}),
        row(origin, "WebSocket: opaque Origin on a room", {.more = "Origin: null\r\n"}, {403}),
        row(origin, "WebSocket: cross-site on a room", {.more = "Sec-Fetch-Site: cross-site\r\n"}, {403}),
        row("RFC 6455 4.2.2", "WebSocket: unknown path", {.target = "/ws/nothing/"}, {404}),
        row("RFC 6455 4.2.2", "WebSocket: no room", {.target = "/ws/chat/"}, {404, 400}),
        row("contract, ROOM", "WebSocket: room of 65 characters", {.target = "/ws/chat/" + longRoom + '/'}, {400, 404}),
        row("contract, ROOM", "WebSocket: room that is no UTF-8", {.target = "/ws/chat/%FF/"}, {400, 404}),
        row("contract, ROOM", "WebSocket: room with a slash", {.target = "/ws/chat/a%2Fb/"}, {400, 404}),
        row("contract, API", "WebSocket: after below 0", {.target = "/ws/chat/lobby/?after=-1&v=1"}, {400}),
        row("contract, API", "WebSocket: after in letters", {.target = "/ws/chat/lobby/?after=last&v=1"}, {400}),
    };
}

} // namespace pushlab::tests
