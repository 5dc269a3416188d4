// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/response.h"

#include "server/protocol/json.h"

namespace pushlab::http {

Response Response::json(QByteArray body, int status)
{
    Response response;
    response.status = status;
    response.contentType = QByteArrayLiteral("application/json");
    response.body = std::move(body);
    return response;
}

Response Response::text(QByteArray body)
{
    Response response;
    response.contentType = QByteArrayLiteral("text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

Response Response::html(QByteArray body)
{
    Response response;
    response.contentType = QByteArrayLiteral("text/html; charset=utf-8");
    response.body = std::move(body);
    return response;
}

Response Response::error(int status, const QByteArray &code, const QByteArray &text)
{
    return json(protocol::errorJson(code, text), status);
}

QByteArray frame(const Response &response, const Framing &framing, QByteArrayView date)
{
    QByteArray bytes;
    bytes.reserve(200 + response.fields.size() + (framing.isHead ? 0 : response.body.size()));
    bytes.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    bytes.append(reasonPhrase(response.status)).append("\r\nDate: ").append(date);
    if (!response.contentType.isEmpty())
        bytes.append("\r\nContent-Type: ").append(response.contentType);
    if (framing.isStream)
        bytes.append(framing.minorVersion > 0 ? "\r\nTransfer-Encoding: chunked" : "");
    else if (response.status != 204) // RFC 9110 8.6
        bytes.append("\r\nContent-Length: ").append(QByteArray::number(response.body.size()));
    bytes.append("\r\nCache-Control: ").append(response.cacheControl).append("\r\n");
    if (!framing.keepAlive || response.close)
        bytes.append("Connection: close\r\n");
    else if (framing.minorVersion == 0)
        bytes.append("Connection: keep-alive\r\n");
    bytes.append(response.fields).append("\r\n");
    if (!framing.isHead && !framing.isStream)
        bytes.append(response.body);
    return bytes;
}

QByteArrayView reasonPhrase(int status) // NOLINT(readability-function-size): a table
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

} // namespace pushlab::http
