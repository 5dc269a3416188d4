// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badhttprows.h"

#include "server/protocol/limits.h"

namespace pushlab::tests {

namespace {

const QByteArray formTarget = "/send_msg/";

//! POST /send_msg/ with these framing fields and a body of "content=bad".
QByteArray framed(const QByteArray &fields)
{
    return badRequest("POST", formTarget, "Content-Type: " + formType + "\r\n" + fields, "content=bad");
}

QByteArray chunked(const QByteArray &body, const QByteArray &coding = "chunked")
{
    return badRequest("POST", formTarget, "Content-Type: " + formType + "\r\nTransfer-Encoding: " + coding + "\r\n", body);
}

QByteArray declared(const QByteArray &length, const QByteArray &fields = {})
{
    return badRequest("POST", formTarget, "Content-Length: " + length + "\r\n" + fields);
}

QByteArray json(const QByteArray &text)
{
    return badBody("POST", "/api/rooms/lobby/messages", jsonType, "{\"text\":\"" + text + "\"}");
}

} // namespace

QList<BadHttpRow> framingRows()
{
    const QByteArray good = "b\r\ncontent=bad\r\n0\r\n\r\n";
    return {
        {"RFC 9112 6.3", "two different lengths", framed("Content-Length: 11\r\nContent-Length: 10\r\n"), {400}},
        {"RFC 9112 6.3", "a list of different lengths", framed("Content-Length: 11, 10\r\n"), {400}},
        {"RFC 9112 6.1",
         "length with chunking",
         badRequest("POST", formTarget, "Content-Length: 21\r\nTransfer-Encoding: chunked\r\n", good),
         {400}},
        {"RFC 9112 6.1",
         "chunking with length",
         badRequest("POST", formTarget, "Transfer-Encoding: chunked\r\nContent-Length: 21\r\n", good),
         {400}},
        {"RFC 9110 8.6", "negative length", framed("Content-Length: -11\r\n"), {400}},
        {"RFC 9110 8.6", "length with a plus", framed("Content-Length: +11\r\n"), {400}},
        {"RFC 9110 8.6", "length in hexadecimal", framed("Content-Length: 0xb\r\n"), {400}},
        {"RFC 9110 8.6", "length with a blank", framed("Content-Length: 1 1\r\n"), {400}},
        {"RFC 9110 8.6", "length with an exponent", framed("Content-Length: 1e1\r\n"), {400}},
        {"RFC 9110 8.6", "empty length", framed("Content-Length:\r\n"), {400}},
        {"RFC 9110 8.6", "length past 64 bits", framed("Content-Length: 18446744073709551627\r\n"), {400, 413}},
        {"RFC 9112 6.1", "unknown coding", chunked(good, "gzip"), {400, 501}},
        {"RFC 9112 6.1", "unknown coding under chunking", chunked(good, "gzip, chunked"), {501, 400}},
        {"RFC 9112 6.3", "chunking that is not last", chunked(good, "chunked, gzip"), {400, 501}},
        {"RFC 9112 6.1", "chunking twice", chunked(good, "chunked, chunked"), {400, 501}},
        {"RFC 9112 6.1", "coding that only looks like chunking", chunked(good, "xchunked"), {400, 501}},
        {"RFC 9112 6.1",
         "chunking in HTTP/1.0",
         "POST /send_msg/ HTTP/1.0\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n" + good,
         {400}},
        {"RFC 9112 7.1", "chunk size that is no number", chunked("xyz\r\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1", "no chunk size", chunked("\r\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1", "negative chunk size", chunked("-b\r\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1", "chunk size with 0x", chunked("0xb\r\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1", "chunk size past 64 bits", chunked("1000000000000000b\r\ncontent=bad\r\n0\r\n\r\n"), {400, 413}},
        {"RFC 9112 7.1", "chunk longer than its size", chunked("a\r\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1", "bare LF after a chunk size", chunked("b\ncontent=bad\r\n0\r\n\r\n"), {400}},
        {"RFC 9112 7.1.2", "trailer without a colon", chunked("b\r\ncontent=bad\r\n0\r\nbad\r\n\r\n"), {400}},
    };
}

QList<BadHttpRow> limitRows()
{
    const QByteArray big(protocol::maxTextBytes + 1, 'a');
    const QByteArray halfBig(60'000, 'a');
    const QByteArray longValue(protocol::maxHeaderBytes + 1000, 'a');
    const QByteArray overBody = QByteArray::number(protocol::maxBodyBytes + 1);
    QByteArray fields;
    for (int i = 0; fields.size() <= protocol::maxHeaderBytes; ++i)
        fields += "X-Field-" + QByteArray::number(i) + ": a value of no further meaning\r\n";
    const QByteArray chunk = "ea60\r\n" + halfBig + "\r\n"; // 60,000 bytes
    return {
        {"RFC 9110 15.5.15", "target past the header's limit", badRequest("GET", "/send/msg/?text=" + longValue), {414}},
        {"RFC 6585 5",
         "one field past the header's limit",
         badRequest("GET", "/send/msg/?text=bad", "X-Long: " + longValue + "\r\n"),
         {431}},
        {"RFC 6585 5", "many fields past the header's limit", badRequest("GET", "/send/msg/?text=bad", fields), {431}},
        {"RFC 9110 15.5.14", "declared body over its limit", declared(overBody), {413}},
        {"RFC 9110 15.5.14", "declared body of a terabyte", declared("1000000000000"), {413}},
        {"RFC 9110 10.1.1", "too long a body that waits for 100", declared(overBody, "Expect: 100-continue\r\n"), {413}},
        {"RFC 9110 15.5.14", "chunk over the body's limit", chunked("40001\r\n"), {413}},
        {"RFC 9110 15.5.14", "chunks that sum up over the limit", chunked("8\r\ncontent=\r\n" + chunk.repeated(5)), {413}},
        {"contract, limits", "form text over 64 KiB", badBody("POST", formTarget, formType, "content=" + big), {413}, After::Stays},
        {"contract, limits",
         "form text over 64 KiB, escaped",
         badBody("POST", formTarget, formType, "content=" + QByteArray("%61").repeated(big.size())),
         {413},
         After::Stays},
        {"contract, limits",
         "form text over 64 KiB in UTF-8",
         badBody("POST", formTarget, formType, "content=" + QByteArray("\xe6\x95\x99").repeated(21'846)),
         {413},
         After::Stays},
        {"contract, limits",
         "chunked form text over 64 KiB",
         chunked("8\r\ncontent=\r\n" + chunk.repeated(2) + "0\r\n\r\n"),
         {413},
         After::Stays},
        {"contract, limits", "JSON text over 64 KiB", json(big), {413}, After::Stays},
        {"contract, limits", "JSON text over 64 KiB, escaped", json(QByteArray("\\u6559").repeated(21'846)), {413}, After::Stays},
    };
}

} // namespace pushlab::tests
