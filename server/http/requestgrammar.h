// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <boost/beast/http/basic_parser.hpp>

namespace pushlab::http {

class RequestBuilder;
enum class RequestFault : quint8;

//! The grammar of one HTTP/1.1 request: Boost.Beast's parser, which reports what it finds to a builder. Used by RequestParser
//! only, so that Boost stays out of other sources; a plain class.
class RequestGrammar final : public boost::beast::http::basic_parser<true>
{
public:
    //! \a builder must outlive it.
    explicit RequestGrammar(RequestBuilder &builder);

    //! Parses \a bytes, which are whole lines or bytes of the body; returns how many were used.
    qsizetype take(QByteArrayView bytes);

private:
    using Error = boost::beast::error_code;
    using Text = boost::beast::string_view;

    [[nodiscard]] RequestFault faultOf(const Error &code) const;

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, Error &code) override;
    void on_field_impl(boost::beast::http::field, Text name, Text value, Error &code) override;
    void on_header_impl(Error &code) override;
    std::size_t on_body_impl(Text body, Error &) override;
    void on_chunk_header_impl(std::uint64_t size, Text, Error &) override;
    std::size_t on_chunk_body_impl(std::uint64_t remaining, Text body, Error &) override;
    void on_finish_impl(Error &) override;
    void on_response_impl(int, Text, int, Error &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, Error &) override {}

    RequestBuilder &m_builder;
};

} // namespace pushlab::http
