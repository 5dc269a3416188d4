// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/request.h"
#include "server/http/requestfault.h"
#include "server/http/requestparser.h"

#include <optional>

namespace pushlab::http {

//! Puts a Request together from the parts that a grammar finds in the bytes, and makes the checks that concern more than
//! one part: hosts, lengths, codings, expectations. Belongs to a RequestParser; a plain class.
class RequestBuilder
{
public:
    using State = RequestParser::State;

    State state = State::Head;
    ParseError error;
    QByteArray head; //!< becomes the request's own when it is finished
    quint64 chunkRemaining = 0; //!< bytes of the present chunk that are still to come

    //! Where the views that follow are offsets from: the first byte of the head.
    void setBase(const char *base) { m_base = base; }
    //! From here on fields are trailers: well-formed, and not of interest (RFC 9110 6.5.1).
    void beginTrailer() { m_isTrailer = true; }

    // Each returns false when it found a fault.
    bool takeRequestLine(QByteArrayView method, QByteArrayView target, int minorVersion);
    bool takeField(QByteArrayView name, QByteArrayView value);
    //! All of the head is taken and \a head is complete.
    bool finishHead(bool isChunked, bool hasBody);
    void takeBody(QByteArrayView bytes);

    void markSecure() { m_request.m_isSecure = true; }
    void takeForwarded() { m_request.takeForwarded(); }
    bool fail(RequestFault fault); //!< false
    [[nodiscard]] bool hasFailed() const { return state == State::Error; }
    [[nodiscard]] bool isChunked() const { return m_isChunked; }
    [[nodiscard]] bool hasRequestLine() const { return m_request.m_method.length > 0; }
    [[nodiscard]] bool hasLength() const { return m_hasLength; }
    [[nodiscard]] bool hasCoding() const { return m_hasCoding; }

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] Request takeRequest() { return std::move(m_request); }
    //! What was taken of a request that is not complete, or never will be; its head may lack the end.
    [[nodiscard]] Request partialRequest() const;
    //! There was a fault in \a bytes, the head so far: what was taken before it stays readable.
    void keepHead(QByteArrayView bytes);

private:
    bool takeHost(QByteArrayView value);
    bool takeCoding(QByteArrayView value);
    bool takeExpectation(QByteArrayView value);
    bool checkCoding(bool isChunked);
    [[nodiscard]] Request::Range rangeOf(QByteArrayView part) const
    {
        return {quint16(part.data() - m_base), quint16(part.size())};
    }

    Request m_request;
    const char *m_base = nullptr;
    int m_fields = 0;
    bool m_isTrailer = false;
    bool m_isChunked = false;
    bool m_isAbsolute = false;
    bool m_hasHost = false;
    bool m_hasLength = false;
    bool m_hasCoding = false;
    bool m_hasChunkedCoding = false;
    bool m_hasUnknownCoding = false;
};

} // namespace pushlab::http
