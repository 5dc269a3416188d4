// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badrequests.h"

#include "server/protocol/limits.h"

namespace {

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

QByteArray chunked(const QByteArray &body)
{
    return get("Transfer-Encoding: chunked\r\n") + body;
}

QByteArray times(int count, const QByteArray &text)
{
    return text.repeated(count);
}

QList<BadRequest> badLines()
{
    const QByteArray host = "Host: h\r\n\r\n";
    return {
        {"garbage, 9112 3", "garbage\r\n" + host, 400, "bad-version"},
        {"no version (HTTP/0.9), 9112 3", "GET /\r\n" + host, 400, "bad-version"},
        {"empty version, 9112 3", "GET / \r\n" + host, 400, "bad-version"},
        {"lower-case version, 9112 2.3", "GET / http/1.1\r\n" + host, 400, "bad-version"},
        {"version without minor, 9112 2.3", "GET / HTTP/1\r\n" + host, 400, "bad-version"},
        {"long version, 9112 2.3", "GET / HTTP/1.10\r\n" + host, 400, "bad-version"},
        {"blank behind the version, 9112 3", "GET / HTTP/1.1 \r\n" + host, 400, "bad-version"},
        {"HTTP/2.0, 9110 15.6.6", "GET / HTTP/2.0\r\n" + host, 505, "version-not-supported"},
        {"HTTP/0.9 spelt out, 9110 15.6.6", "GET / HTTP/0.9\r\n" + host, 505, "version-not-supported"},
        {"HTTP/2 preface, 9113 3.4", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "version-not-supported"},
        {"no method, 9112 3", " / HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"bad method, 9110 9.1", "G(T / HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"no target, 9112 3", "GET HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"two blanks, 9112 3", "GET  / HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"blank in the target, 9112 3.2", "GET /a b HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"tab for a blank, 9112 3", "GET\t/ HTTP/1.1\r\n" + host, 400, "bad-byte"},
        {"UTF-8 in the target, 3986 2", "GET /\xc3\xa9 HTTP/1.1\r\n" + host, 400, "bad-byte"},
        {"NUL in the target, 3986 2", QByteArray("GET /\0 HTTP/1.1\r\n", 17) + host, 400, "bad-byte"},
        {"DEL in the target, 3986 2", "GET /\x7f HTTP/1.1\r\n" + host, 400, "bad-byte"},
        {"TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01", 6), 400, "bad-byte"},
        {"fragment, 9112 3.2", "GET /a#b HTTP/1.1\r\n" + host, 400, "bad-target"},
        {"relative target, 9112 3.2.1", "GET a HTTP/1.1\r\n" + host, 400, "bad-target"},
        {"asterisk with GET, 9112 3.2.4", "GET * HTTP/1.1\r\n" + host, 400, "bad-target"},
        {"other scheme, 9112 3.2.2", "GET ftp://h/ HTTP/1.1\r\n" + host, 400, "bad-target"},
        {"CONNECT, 9110 9.3.6", "CONNECT h:80 HTTP/1.1\r\n" + host, 501, "connect-not-supported"},
        {"LF alone, 9112 2.2", "GET / HTTP/1.1\nHost: h\n\n", 400, "bad-line-end"},
        {"CR alone, 9112 2.2", "GET / HTTP/1.1\rHost: h\r\r", 400, "bad-line-end"},
        {"LF before the request", "\nGET / HTTP/1.1\r\n" + host, 400, "bad-line-end"},
        {"five empty lines before the request", "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n" + host, 400, "bad-request-line"},
        {"long request line, 9112 3", "GET /" + times(17000, "a") + " HTTP/1.1\r\n" + host, 414, "target-too-long"},
        {"endless request line, 9112 3", times(17000, "a"), 414, "target-too-long"},
        {"request line one byte over", "GET /" + times(16384 - 15, "a") + " HTTP/1.1\r\n" + host, 414, "target-too-long"},
    };
}

QList<BadRequest> badFields()
{
    return {
        {"blank before the colon, 9112 5.1", get("A : b\r\n"), 400, "bad-field"},
        {"blank in the name, 9112 5.1", get("A b: c\r\n"), 400, "bad-field"},
        {"no colon, 9112 5", get("Abc\r\n"), 400, "bad-field"},
        {"empty name, 9112 5", get(": b\r\n"), 400, "bad-field"},
        {"UTF-8 in the name, 9110 5.1", get("\xc3\xa9: b\r\n"), 400, "bad-field"},
        {"obs-fold, 9112 5.2", get("A: b\r\n c\r\n"), 400, "folded-field"},
        {"obs-fold of an empty value, 9112 5.2", get("A:\r\n\tc\r\n"), 400, "folded-field"},
        {"blank before the first field, 9112 2.2", "GET / HTTP/1.1\r\n Host: h\r\n\r\n", 400, "folded-field"},
        {"NUL in a value, 9110 5.5", get(QByteArray("A: b\0c\r\n", 8)), 400, "bad-byte"},
        {"control in a value, 9110 5.5", get("A: b\x01\r\n"), 400, "bad-byte"},
        {"LF alone behind a field, 9112 2.2", get("A: b\n"), 400, "bad-line-end"},
        {"CR inside a value, 9112 2.2", get("A: b\rc\r\n"), 400, "bad-line-end"},
        {"LF alone at the end, 9112 2.2", "GET / HTTP/1.1\r\nHost: h\r\n\n", 400, "bad-line-end"},
        {"large header section, 6585 5", get("A: " + times(17000, "b") + "\r\n"), 431, "header-too-large"},
        {"endless header section, 6585 5", "GET / HTTP/1.1\r\n" + times(2000, "A: bcdef\r\n").first(17000), 431, "too-many-fields"},
        {"endless field, 6585 5", "GET / HTTP/1.1\r\nA: " + times(17000, "b"), 431, "header-too-large"},
        {"header section one byte over", get("A: " + times(16384 - 31, "b") + "\r\n"), 431, "header-too-large"},
        {"101 fields, 6585 5", get(times(100, "A: b\r\n")), 431, "too-many-fields"},
        {"no Host, 9112 3.2", "GET / HTTP/1.1\r\n\r\n", 400, "missing-host"},
        {"no Host with an absolute target, 9112 3.2", "GET http://h/ HTTP/1.1\r\n\r\n", 400, "missing-host"},
        {"two Hosts, 9112 3.2", get("Host: h\r\n"), 400, "bad-host"},
        {"two Hosts in HTTP/1.0, 9112 3.2", "GET / HTTP/1.0\r\nHost: h\r\nhost: i\r\n\r\n", 400, "bad-host"},
        {"empty Host, 9110 4.2.1", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400, "bad-host"},
        {"blank in Host, 9112 3.2", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "bad-host"},
        {"path in Host, 9112 3.2", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "bad-host"},
        {"user in Host, 9110 7.2", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400, "bad-host"},
        {"bad port in Host, 9110 7.2", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", 400, "bad-host"},
        {"other expectation, 9110 10.1.1", get("Expect: a-miracle\r\n"), 417, "expectation-failed"},
        {"two expectations, 9110 10.1.1", get("Expect: 100-continue, more\r\n"), 417, "expectation-failed"},
        {"malformed Connection, 9110 7.6.1", get("Connection: a b\r\n"), 400, "bad-field"},
    };
}

QList<BadRequest> badLengths()
{
    const auto length = [](const QByteArray &value) -> QByteArray { return get("Content-Length: " + value + "\r\n") + "abcdef"; };
    const auto coding = [](const QByteArray &value) -> QByteArray {
        return get("Transfer-Encoding: " + value + "\r\n") + "1\r\na\r\n0\r\n\r\n";
    };
    return {
        {"two different lengths, 9112 6.3", get("Content-Length: 3\r\nContent-Length: 4\r\n"), 400, "bad-content-length"},
        {"list of different lengths, 9112 6.3", length("3, 4"), 400, "bad-content-length"},
        {"list with a hole, 9112 6.3", length("3,,3"), 400, "bad-content-length"},
        {"length in words, 9110 8.6", length("three"), 400, "bad-content-length"},
        {"empty length, 9110 8.6", length(""), 400, "bad-content-length"},
        {"negative length, 9110 8.6", length("-3"), 400, "bad-content-length"},
        {"length with a sign, 9110 8.6", length("+3"), 400, "bad-content-length"},
        {"hexadecimal length, 9110 8.6", length("0x3"), 400, "bad-content-length"},
        {"length with a fraction, 9110 8.6", length("3.0"), 400, "bad-content-length"},
        {"length with a blank inside, 9110 8.6", length("3 3"), 400, "bad-content-length"},
        {"length past 64 bits, 9110 8.6", length("18446744073709551616"), 400, "bad-content-length"},
        {"length of 64 bits, 9110 15.5.14", length("18446744073709551615"), 413, "body-too-large"},
        {"length over the limit, 9110 15.5.14", length("262145"), 413, "body-too-large"},
        {"length, then chunked, 9112 6.1", get("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400, "length-and-chunked"},
        {"chunked, then length, 9112 6.1", get("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400, "length-and-chunked"},
        {"coding, then length, 9112 6.1", get("Transfer-Encoding: gzip\r\nContent-Length: 3\r\n"), 400, "length-and-chunked"},
        {"unknown coding, 9112 6.1", coding("magic"), 501, "unknown-transfer-coding"},
        {"unknown coding before chunked, 9112 6.1", coding("gzip, chunked"), 501, "unknown-transfer-coding"},
        {"identity, 9112 7", coding("identity"), 501, "unknown-transfer-coding"},
        {"coding that ends like chunked, 9112 7", coding("xchunked"), 501, "unknown-transfer-coding"},
        {"quoted chunked, 9112 7", coding("\"chunked\""), 501, "unknown-transfer-coding"},
        {"unknown coding in a field of its own", coding("gzip\r\nTransfer-Encoding: chunked"), 501, "unknown-transfer-coding"},
        {"chunked not last, 9112 6.3", coding("chunked, gzip"), 400, "bad-transfer-encoding"},
        {"chunked twice, 9112 7", coding("chunked, chunked"), 400, "bad-transfer-encoding"},
        {"chunked in two fields, 9112 7", coding("chunked\r\nTransfer-Encoding: chunked"), 400, "bad-transfer-encoding"},
        {"empty coding, 9112 6.1", coding(""), 400, "bad-transfer-encoding"},
        {"coding in HTTP/1.0, 9112 6.1", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
         "bad-transfer-encoding"},
        {"vertical tab before chunked",
         coding("\x0b"
                "chunked"),
         400, "bad-byte"},
    };
}

QList<BadRequest> badChunks()
{
    return {
        {"chunk size in words, 9112 7.1", chunked("five\r\nabcde\r\n"), 400, "bad-chunk"},
        {"no chunk size, 9112 7.1", chunked("\r\nabc\r\n"), 400, "bad-chunk"},
        {"negative chunk size, 9112 7.1", chunked("-1\r\na\r\n"), 400, "bad-chunk"},
        {"chunk size with 0x, 9112 7.1", chunked("0x1\r\na\r\n"), 400, "bad-chunk"},
        {"blank before the chunk size, 9112 7.1", chunked(" 1\r\na\r\n"), 400, "bad-chunk"},
        {"blank behind the chunk size, 9112 7.1", chunked("1 \r\na\r\n"), 400, "bad-chunk"},
        {"chunk size past 64 bits, 9112 7.1", chunked("10000000000000000\r\n"), 400, "bad-chunk"},
        {"chunk over the limit, 9110 15.5.14", chunked("40001\r\n"), 413, "body-too-large"},
        {"chunks over the limit together", chunked("10\r\n0123456789abcdef\r\n3fff1\r\n"), 413, "body-too-large"},
        {"LF alone behind the size, 9112 2.2", chunked("1\na\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"data longer than the chunk, 9112 7.1", chunked("1\r\nab\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"LF alone behind the data, 9112 7.1", chunked("1\r\na\n0\r\n\r\n"), 400, "bad-chunk"},
        {"CR alone behind the data, 9112 7.1", chunked("1\r\na\rx0\r\n\r\n"), 400, "bad-chunk"},
        {"two line ends behind the data, 9112 7.1", chunked("1\r\na\r\n\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"extension without a name, 9112 7.1.1", chunked("1;=b\r\na\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"extension without a value, 9112 7.1.1", chunked("1;a=\r\na\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"extension with an open quote, 9112 7.1.1", chunked("1;a=\"b\r\na\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"control in an extension, 9112 7.1.1", chunked("1;a=\"\x01\"\r\na\r\n0\r\n\r\n"), 400, "bad-chunk"},
        {"bad extension of the last chunk, 9112 7.1.1", chunked("0;=\r\n\r\n"), 400, "bad-chunk"},
        {"last chunk with 0x", chunked("0x\r\n\r\n"), 400, "bad-chunk"},
        {"long extension, 9112 7.1.1", chunked("1;a=" + times(17000, "b")), 400, "chunk-extensions-too-large"},
        {"extensions, long together, 9112 7.1.1", chunked(times(5, "1;a=" + times(4000, "b") + "\r\na\r\n")), 400,
         "chunk-extensions-too-large"},
        {"blank before a trailer's colon, 9112 7.1.2", chunked("0\r\nA : b\r\n\r\n"), 400, "bad-field"},
        {"folded trailer, 9112 5.2", chunked("0\r\nA: b\r\n c\r\n\r\n"), 400, "folded-field"},
        {"LF alone behind a trailer, 9112 2.2", chunked("0\r\nA: b\n\r\n"), 400, "bad-line-end"},
        {"length as trailer, 9110 6.5.1", chunked("0\r\nContent-Length: 3\r\n\r\n"), 400, "length-and-chunked"},
        {"large trailer section, 6585 5", chunked("0\r\nA: " + times(17000, "b")), 431, "header-too-large"},
        {"101 fields with trailers, 6585 5", chunked("0\r\n" + times(99, "A: b\r\n") + "\r\n"), 431, "too-many-fields"},
    };
}

} // namespace

QList<BadRequest> badRequests()
{
    return badLines() + badFields() + badLengths() + badChunks();
}
