// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/responseparser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace pushlab::compare {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::uint64_t maxAnswerBytes = 16 * 1024 * 1024; // far above what a host sends

} // namespace

class ResponseParser::Grammar final : public http::basic_parser<false>
{
public:
    Grammar()
    {
        eager(true);
        body_limit(maxAnswerBytes); // in Boost 1.74, boost::none would refuse every length
    }

    HttpAnswer answer;

private:
    void on_request_impl(http::verb, string_view, string_view, int, error_code &) override {}
    void on_response_impl(int status, string_view, int, error_code &) override { answer.status = status; }
    void on_field_impl(http::field, string_view, string_view, error_code &) override {}
    void on_header_impl(error_code &) override { answer.keepsAlive = keep_alive(); }
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, error_code &) override
    {
        if (length)
            // Reserved before Beast checks the limit.
            answer.body.reserve(qsizetype(std::min<std::uint64_t>(*length, maxAnswerBytes)));
    }
    std::size_t on_body_impl(string_view body, error_code &) override
    {
        answer.body.append(body.data(), qsizetype(body.size()));
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &code) override
    {
        return on_body_impl(body, code);
    }
    void on_finish_impl(error_code &) override {}
};

ResponseParser::ResponseParser() = default;
ResponseParser::~ResponseParser() = default;

ResponseParser::State ResponseParser::feed(QByteArrayView &bytes)
{
    if (!m_grammar)
        m_grammar = std::make_unique<Grammar>();
    const bool isJoined = !m_pending.isEmpty();
    if (isJoined)
        m_pending.append(bytes);
    QByteArrayView window = isJoined ? QByteArrayView(m_pending) : bytes;
    error_code code;
    while (!window.isEmpty() && !m_grammar->is_done()) {
        const qsizetype before = m_grammar->answer.body.size();
        const auto taken = qsizetype(m_grammar->put(boost::asio::const_buffer(window.data(), std::size_t(window.size())), code));
        m_grammar->answer.headerBytes += taken - (m_grammar->answer.body.size() - before);
        window = window.sliced(taken);
        if (code && code != http::error::need_more)
            return State::Malformed;
        if (taken == 0)
            break;
    }
    if (m_grammar->is_done()) {
        bytes = bytes.last(window.size()); // the rest is always at the end of \a bytes
        m_pending = QByteArray();
        return State::Complete;
    }
    m_pending = window.toByteArray();
    bytes = {};
    return State::NeedMore;
}

HttpAnswer ResponseParser::take()
{
    HttpAnswer answer = std::move(m_grammar->answer);
    m_grammar.reset();
    return answer;
}

void ResponseParser::reset()
{
    m_grammar.reset();
    m_pending = QByteArray();
}

bool ResponseParser::isMidAnswer() const
{
    return m_grammar != nullptr;
}

} // namespace pushlab::compare
