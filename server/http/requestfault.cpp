// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestfault.h"

#include "server/protocol/limits.h"

namespace pushlab::http {

namespace {

QByteArray kibibytes(qsizetype bytes)
{
    return QByteArray::number(bytes / 1024) + " KiB";
}

} // namespace

ParseError parseError(RequestFault fault) // NOLINT(readability-function-size): a table
{
    switch (fault) {
    case RequestFault::BadRequestLine:
        return {400, "bad-request-line", "The request line must read METHOD SP TARGET SP HTTP/1.1 with single blanks."};
    case RequestFault::BadTarget:
        return {400, "bad-target",
                "The target must be a path that begins with '/' or an http:// or https:// address, without '#'; "
                "percent-encode anything but visible ASCII."};
    case RequestFault::BadVersion:
        return {400, "bad-version", "The request line must end in HTTP/1.1."};
    case RequestFault::VersionNotSupported:
        return {505, "version-not-supported", "This host speaks HTTP/1.1; send the request as HTTP/1.1."};
    case RequestFault::ConnectNotSupported:
        return {501, "connect-not-supported", "This host is no proxy; send the request to its target directly."};
    case RequestFault::TargetTooLong:
        return {414, "target-too-long",
                "The request line is longer than " + kibibytes(protocol::maxHeaderBytes) + "; send long texts in the body of a POST."};
    case RequestFault::BadLineEnd:
        return {400, "bad-line-end", "Every line must end in CR LF; a CR or LF alone is not allowed."};
    case RequestFault::BadByte:
        return {400, "bad-byte",
                "The head contains a control character or, in its first line, a byte outside ASCII; "
                "percent-encode it or leave it out."};
    case RequestFault::BadField:
        return {400, "bad-field", "A header field must read NAME: VALUE with no blank before the colon."};
    case RequestFault::FoldedField:
        return {400, "folded-field", "A header line must not begin with a blank; write each field on one line."};
    case RequestFault::HeaderTooLarge:
        return {431, "header-too-large",
                "The header section is larger than " + kibibytes(protocol::maxHeaderBytes)
                    + "; send fewer or shorter fields or cookies."};
    case RequestFault::TooManyFields:
        return {431, "too-many-fields",
                "The request has more than " + QByteArray::number(maxHeaderFields) + " header fields; send fewer."};
    case RequestFault::MissingHost:
        return {400, "missing-host", "An HTTP/1.1 request must have a Host field; add one with the host's address."};
    case RequestFault::BadHost:
        return {400, "bad-host", "The request must have one Host field, with a name or address and perhaps a port."};
    case RequestFault::BadContentLength:
        return {400, "bad-content-length", "Content-Length must be one decimal number, the number of bytes in the body."};
    case RequestFault::LengthAndCoding:
        return {400, "length-and-chunked", "Send either Content-Length or Transfer-Encoding, not both."};
    case RequestFault::BadTransferCoding:
        return {400, "bad-transfer-encoding", "Transfer-Encoding needs HTTP/1.1 and must be 'chunked', once and last."};
    case RequestFault::UnknownTransferCoding:
        return {501, "unknown-transfer-coding", "This host knows no transfer coding but 'chunked'; send the body as it is."};
    case RequestFault::BadChunk:
        return {400, "bad-chunk",
                "The chunked body is malformed; each chunk is its size in hexadecimal, CR LF, "
                "that many bytes, CR LF, and a chunk of size 0 ends it."};
    case RequestFault::ChunkTooWordy:
        return {400, "chunk-extensions-too-large", "The chunk extensions are too large; leave them out."};
    case RequestFault::BodyTooLarge:
        return {413, "body-too-large", "The body is larger than " + kibibytes(protocol::maxBodyBytes) + "; send less at once."};
    case RequestFault::ExpectationFailed:
        return {417, "expectation-failed", "This host meets no expectation but 100-continue; leave the Expect field out."};
    }
    Q_UNREACHABLE();
}

std::optional<RequestFault> versionFault(QByteArrayView line)
{
    const QByteArrayView version = line.sliced(line.lastIndexOf(' ') + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.' || !isDigit(version[7]))
        return RequestFault::BadVersion;
    return version[5] == '1' ? std::nullopt : std::optional(RequestFault::VersionNotSupported);
}

std::optional<RequestFault> lineFault(LineScanner::Event event)
{
    switch (event) {
    case LineScanner::Event::NeedMore:
    case LineScanner::Event::Line:
    case LineScanner::Event::EmptyLine:
        return std::nullopt;
    case LineScanner::Event::BadLineEnd:
        return RequestFault::BadLineEnd;
    case LineScanner::Event::BadByte:
        return RequestFault::BadByte;
    case LineScanner::Event::Folded:
        return RequestFault::FoldedField;
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::http
