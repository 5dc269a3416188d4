// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badhttprows.h"

namespace pushlab::tests {

// Where possible, a row's request would send a message if it were accepted: a lenient host is then found by the room's log.

QByteArray badRequest(const QByteArray &method, const QByteArray &target, const QByteArray &fields, const QByteArray &body)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: {host}\r\n" + fields + "\r\n" + body;
}

QByteArray badBody(const QByteArray &method, const QByteArray &target, const QByteArray &type, const QByteArray &body,
                   const QByteArray &fields)
{
    return badRequest(method, target,
                      "Content-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields, body);
}

QList<BadHttpRow> requestLineRows()
{
    const QByteArray rest = "\r\nHost: {host}\r\n\r\n";
    const QByteArray send = "GET /send/msg/?text=bad";
    return {
        {"RFC 9112 3", "no version", send + rest, {400}},
        {"RFC 9112 3", "no target", "GET HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "blank before the method", ' ' + send + " HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "two blanks before the target", "GET  /send/msg/?text=bad HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "two blanks before the version", send + "  HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "tab for a blank", "GET\t/send/msg/?text=bad HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "blank inside the target", "GET /send/msg/?text=b ad HTTP/1.1" + rest, {400}},
        {"RFC 9112 3", "more after the version", send + " HTTP/1.1 x" + rest, {400}},
        {"RFC 9112 3.2", "target without a slash", "GET send/msg/?text=bad HTTP/1.1" + rest, {400}},
        {"RFC 9112 3.2.3", "authority form with GET", "GET {host} HTTP/1.1" + rest, {400}},
        {"RFC 9112 3.2.4", "asterisk form with GET", "GET * HTTP/1.1" + rest, {400}},
        {"RFC 3986 2", "NUL in the target", bytes("GET /send/msg/?text=b\0d HTTP/1.1") + rest, {400}},
        {"RFC 3986 2", "control character in the target", "GET /send/msg/?text=b\x01 HTTP/1.1" + rest, {400}},
        {"RFC 9110 9.1", "method that is no token", "G(T /send/msg/?text=bad HTTP/1.1" + rest, {400}},
        {"RFC 9112 2.3", "version in lower case", send + " http/1.1" + rest, {400}},
        {"RFC 9112 2.3", "version of another protocol", send + " HTTQ/1.1" + rest, {400}},
        {"RFC 9112 2.3", "version without minor", send + " HTTP/1" + rest, {400}},
        {"RFC 9112 2.3", "version without digits", send + " HTTP/x.y" + rest, {400}},
        {"RFC 9112 2.3", "version with two minor digits", send + " HTTP/1.10" + rest, {400}},
        {"RFC 9110 15.6.6", "HTTP/2.0", send + " HTTP/2.0" + rest, {505}},
        {"RFC 9110 15.6.6", "HTTP/3.0", send + " HTTP/3.0" + rest, {505}},
        {"RFC 9110 15.6.6", "HTTP/0.9 with a version", send + " HTTP/0.9" + rest, {505}},
        {"RFC 9113 3.4", "HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505}},
        {"RFC 9112 3", "TLS client hello", bytes("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00\r\n\r\n"), {400}},
        {"RFC 9112 3", "another protocol's greeting", "SSH-2.0-OpenSSH_9.2\r\n\r\n", {400}},
        {"RFC 9110 15.6.2", "unknown method", badRequest("BREW", "/send/msg/?text=bad"), {501}, After::AsSaid},
        {"RFC 9110 9.1", "method in lower case", badRequest("get", "/send/msg/?text=bad"), {501}, After::AsSaid},
        {"RFC 9110 9.3.6", "CONNECT", "CONNECT {host} HTTP/1.1" + rest, {501, 405, 400}, After::AsSaid},
        {"RFC 9110 9.3.8", "TRACE", badRequest("TRACE", "/send/msg/?text=bad"), {405, 501}, After::AsSaid},
    };
}

QList<BadHttpRow> headerRows()
{
    const QByteArray target = "/send/msg/?text=bad";
    return {
        {"RFC 9112 5.1", "blank before the colon", badRequest("GET", target, "X-A : b\r\n"), {400}},
        {"RFC 9112 5.1", "tab before the colon", badRequest("GET", target, "X-A\t: b\r\n"), {400}},
        {"RFC 9112 5", "line without a colon", badRequest("GET", target, "X-A\r\n"), {400}},
        {"RFC 9112 5", "empty name", badRequest("GET", target, ": b\r\n"), {400}},
        {"RFC 9110 5.1", "blank inside the name", badRequest("GET", target, "X A: b\r\n"), {400}},
        {"RFC 9110 5.1", "name that is no token", badRequest("GET", target, "X(A): b\r\n"), {400}},
        {"RFC 9110 5.1", "name beyond ASCII", badRequest("GET", target, "X-\xc3\xa9: b\r\n"), {400}},
        {"RFC 9110 5.5", "NUL in a value", badRequest("GET", target, bytes("X-A: b\0c\r\n")), {400}},
        {"RFC 9112 2.2", "bare CR in a value", badRequest("GET", target, "X-A: b\rc\r\n"), {400}},
        {"RFC 9112 2.2", "blank before the first field", "GET /send/msg/?text=bad HTTP/1.1\r\n Host: {host}\r\n\r\n", {400}},
        {"RFC 9110 10.1.1", "unknown expectation", badRequest("GET", target, "Expect: 200-ok\r\n"), {417}, After::AsSaid},
    };
}

namespace {

BadHttpRow hostRow(const char *section, const char *name, const QByteArray &host, const QList<int> &statuses, After after)
{
    return {section, name, "GET /send/msg/?text=bad HTTP/1.1\r\nHost:" + host + "\r\n\r\n", statuses, after};
}

} // namespace

QList<BadHttpRow> hostRows()
{
    const QByteArray line = "GET /send/msg/?text=bad HTTP/1.1\r\n";
    const After said = After::AsSaid;
    const char *rebinding = "RFC 9110 7.4, DNS rebinding";
    return {
        {"RFC 9112 3.2", "no Host", line + "\r\n", {400}, said},
        {"RFC 9112 3.2", "two Hosts", line + "Host: {host}\r\nHost: {host}\r\n\r\n", {400}, said},
        {"RFC 9112 3.2", "two different Hosts", line + "Host: {host}\r\nHost: evil.example\r\n\r\n", {400}, said},
        hostRow("RFC 9112 3.2", "empty Host", "", {400, 421}, said),
        hostRow("RFC 9112 3.2", "blank inside the Host", " 127.0.0.1 localhost", {400}, said),
        hostRow("RFC 9112 3.2", "Host with a path", " 127.0.0.1/x", {400}, said),
        hostRow("RFC 9112 3.2", "Host with a user", " user@127.0.0.1", {400}, said),
        hostRow("RFC 3986 3.2.3", "Host with a port in letters", " 127.0.0.1:http", {400}, said),
        hostRow("RFC 3986 3.2.3", "Host with a port past 65535", " 127.0.0.1:99999", {400, 421}, said),
        hostRow("RFC 3986 3.2.2", "Host with half an IPv6 address", " [::1", {400}, said),
        hostRow("RFC 9110 15.5.20", "Host of another site", " evil.example", {421}, said),
        hostRow(rebinding, "Host that begins like ours", " 127.0.0.1.evil.example", {421}, said),
        hostRow(rebinding, "Host that begins with localhost", " localhost.evil.example:8000", {421}, said),
        hostRow(rebinding, "Host that ends like localhost", " evillocalhost", {421}, said),
        hostRow(rebinding, "name that resolves to 127.0.0.1", " 127.0.0.1.nip.io", {421}, said),
        hostRow("RFC 9110 15.5.20", "address of another machine", " 198.51.100.7", {421}, said),
        hostRow("RFC 9110 15.5.20", "IPv6 address of another machine", " [2001:db8::7]:8000", {421}, said),
        {"RFC 9112 3.2.2",
         "absolute form of another site",
         "GET http://evil.example/send/msg/?text=bad HTTP/1.1\r\nHost: evil.example\r\n\r\n",
         {421},
         said},
        {"RFC 9110 7.4",
         "absolute form of a TLS address in plain",
         badRequest("GET", "https://{host}/send/msg/?text=bad"),
         {421},
         said,
         {},
         "wrong-scheme"},
        {"RFC 9112 3.2.2", "absolute form counts, not the Host", badRequest("GET", "http://evil.example/send/msg/?text=bad"), {421}, said},
    };
}

QList<BadHttpRow> allBadHttpRows()
{
    return requestLineRows() + headerRows() + hostRows() + framingRows() + limitRows() + routeRows() + valueRows() + apiRows()
        + crossSiteRows() + handshakeRows();
}

} // namespace pushlab::tests
