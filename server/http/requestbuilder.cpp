// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestbuilder.h"

#include "server/http/requesttarget.h"

#include <utility>

namespace pushlab::http {

namespace {

bool isName(QByteArrayView name, QByteArrayView wanted)
{
    return name.size() == wanted.size() && name.compare(wanted, Qt::CaseInsensitive) == 0;
}

} // namespace

bool RequestBuilder::takeRequestLine(QByteArrayView method, QByteArrayView target, int minorVersion)
{
    if (method == "CONNECT")
        return fail(RequestFault::ConnectNotSupported);
    const auto parts = splitTarget(method, target);
    if (!parts)
        return fail(RequestFault::BadTarget);
    m_request.m_method = rangeOf(method);
    m_request.m_path = rangeOf(parts->path);
    if (!parts->query.isEmpty())
        m_request.m_query = rangeOf(parts->query);
    m_request.m_isWellEncoded = isPercentEncoded(parts->path);
    m_request.m_isForTls = parts->isForTls;
    m_isAbsolute = !parts->authority.isEmpty();
    if (m_isAbsolute)
        m_request.m_host = rangeOf(parts->authority);
    m_request.m_minorVersion = minorVersion;
    return true;
}

bool RequestBuilder::takeField(QByteArrayView name, QByteArrayView value)
{
    if (++m_fields > maxHeaderFields)
        return fail(RequestFault::TooManyFields);
    if (m_isTrailer)
        return true;
    m_request.m_fields.append({rangeOf(name), rangeOf(value)});

    if (isName(name, "Host"))
        return takeHost(value);
    if (isName(name, "Transfer-Encoding"))
        return takeCoding(value);
    if (isName(name, "Content-Length")) {
        m_hasLength = true; // the grammar checks the value
        return true;
    }
    if (isName(name, "Expect"))
        return takeExpectation(value);
    return true;
}

//! RFC 9110 10.1.1: the value is a list whose empty elements are ignored (5.6.1.2).
bool RequestBuilder::takeExpectation(QByteArrayView value)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView expectation = (comma < 0 ? value : value.first(comma)).trimmed();
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
        if (expectation.isEmpty())
            continue;
        if (!isName(expectation, "100-continue"))
            return fail(RequestFault::ExpectationFailed);
        m_request.m_expectsContinue = true;
    }
    return true;
}

//! RFC 9112 3.2: at most one, and valid, whatever the version.
bool RequestBuilder::takeHost(QByteArrayView value)
{
    if (std::exchange(m_hasHost, true) || !isHostAndPort(value))
        return fail(RequestFault::BadHost);
    if (!m_isAbsolute)
        m_request.m_host = rangeOf(value);
    return true;
}

//! RFC 9112 6.1: "chunked" once, as the last coding.
bool RequestBuilder::takeCoding(QByteArrayView value)
{
    m_hasCoding = true;
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView coding = (comma < 0 ? value : value.first(comma)).trimmed();
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
        if (coding.isEmpty())
            continue;
        if (m_hasChunkedCoding)
            return fail(RequestFault::BadTransferCoding);
        if (isName(coding, "chunked"))
            m_hasChunkedCoding = true;
        else
            m_hasUnknownCoding = true;
    }
    return true;
}

bool RequestBuilder::checkCoding(bool isChunked)
{
    if (!m_hasCoding)
        return true;
    if (m_hasLength)
        return fail(RequestFault::LengthAndCoding); // RFC 9112 6.1: may be an attempt at request smuggling
    if (m_request.m_minorVersion == 0)
        return fail(RequestFault::BadTransferCoding);
    if (m_hasUnknownCoding)
        return fail(RequestFault::UnknownTransferCoding);
    return (m_hasChunkedCoding && isChunked) || fail(RequestFault::BadTransferCoding);
}

bool RequestBuilder::finishHead(bool isChunked, bool hasBody)
{
    m_request.m_head = std::move(head);
    head = QByteArray();
    const bool isOneOne = m_request.m_minorVersion == 1;
    if (isOneOne && !m_hasHost)
        return fail(RequestFault::MissingHost);
    if (!checkCoding(isChunked))
        return false;
    m_isChunked = isChunked;
    m_request.m_expectsContinue = m_request.m_expectsContinue && isOneOne && hasBody; // RFC 9110 10.1.1
    m_request.m_keepAlive = !m_request.fieldHasToken("Connection", "close")
        && (isOneOne || m_request.fieldHasToken("Connection", "keep-alive")); // RFC 9112 9.3
    state = hasBody ? State::Body : State::Complete;
    return true;
}

Request RequestBuilder::partialRequest() const
{
    Request partial = m_request;
    if (partial.m_head.isEmpty())
        partial.m_head = head;
    return partial;
}

void RequestBuilder::keepHead(QByteArrayView bytes)
{
    if (head.isEmpty() && m_request.m_head.isEmpty())
        head = bytes.toByteArray();
}

void RequestBuilder::takeBody(QByteArrayView bytes)
{
    if (m_request.m_body.isEmpty())
        m_request.m_body = bytes.toByteArray(); // a copy of exact size, because this may be the whole body
    else
        m_request.m_body.append(bytes);
}

bool RequestBuilder::fail(RequestFault fault)
{
    state = State::Error;
    error = parseError(fault);
    return false;
}

} // namespace pushlab::http
