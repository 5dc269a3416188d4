// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestgrammar.h"

#include "server/http/requestbuilder.h"
#include "server/protocol/limits.h"

#include <boost/beast/http/error.hpp>

namespace pushlab::http {

namespace {

namespace beast = boost::beast;
using BeastError = beast::http::error;

QByteArrayView viewOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

void stopUnless(bool isWell, beast::error_code &code)
{
    if (!isWell)
        code = BeastError::bad_value; // any error code: the builder knows the fault
}

} // namespace

RequestGrammar::RequestGrammar(RequestBuilder &builder) : m_builder(builder)
{
    header_limit(2 * protocol::maxHeaderBytes); // never reached: the parser limits the header section
    body_limit(quint64(protocol::maxBodyBytes));
}

qsizetype RequestGrammar::take(QByteArrayView bytes)
{
    beast::error_code code;
    const std::size_t taken = put(boost::asio::const_buffer(bytes.data(), std::size_t(bytes.size())), code);
    if (code && code != BeastError::need_more && !m_builder.hasFailed())
        m_builder.fail(faultOf(code));
    return qsizetype(taken);
}

RequestFault RequestGrammar::faultOf(const beast::error_code &code) const
{
    if (code == BeastError::body_limit)
        return RequestFault::BodyTooLarge;
    if (code == BeastError::bad_content_length)
        return m_builder.hasCoding() ? RequestFault::LengthAndCoding : RequestFault::BadContentLength;
    if (code == BeastError::bad_transfer_encoding)
        return m_builder.hasLength() ? RequestFault::LengthAndCoding : RequestFault::BadTransferCoding;
    if (code == BeastError::bad_chunk || code == BeastError::bad_chunk_extension)
        return RequestFault::BadChunk;
    if (code == BeastError::bad_field || code == BeastError::bad_value)
        return RequestFault::BadField;
    // Boost 1.83 has an error code of its own for contradictory lengths; earlier versions report them as malformed.
    return m_builder.hasRequestLine() ? RequestFault::BadContentLength : RequestFault::BadRequestLine;
}

void RequestGrammar::on_request_impl(beast::http::verb, Text method, Text target, int version, Error &code)
{
    stopUnless(m_builder.takeRequestLine(viewOf(method), viewOf(target), version - 10), code);
}

void RequestGrammar::on_field_impl(beast::http::field, Text name, Text value, Error &code)
{
    stopUnless(m_builder.takeField(viewOf(name), viewOf(value)), code);
}

void RequestGrammar::on_header_impl(Error &code)
{
    stopUnless(m_builder.finishHead(chunked(), chunked() || content_length().value_or(0) > 0), code);
}

std::size_t RequestGrammar::on_body_impl(Text body, Error &)
{
    m_builder.takeBody(viewOf(body));
    return body.size();
}

void RequestGrammar::on_chunk_header_impl(std::uint64_t size, Text, Error &)
{
    m_builder.chunkRemaining = size;
}

std::size_t RequestGrammar::on_chunk_body_impl(std::uint64_t remaining, Text body, Error &)
{
    m_builder.takeBody(viewOf(body));
    m_builder.chunkRemaining = remaining - body.size();
    return body.size();
}

void RequestGrammar::on_finish_impl(Error &)
{
    m_builder.state = ParseState::Complete;
}

} // namespace pushlab::http
