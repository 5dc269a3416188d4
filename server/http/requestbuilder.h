// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/parsestate.h"
#include "server/http/request.h"
#include "server/http/requestfault.h"

#include <optional>

namespace pushlab::http {

//! Assembles a Request from the parts that a grammar finds, and checks what concerns more than one part: hosts, lengths, codings,
//! expectations. Belongs to a RequestParser; a plain class.
class RequestBuilder
{
public:
    using State = ParseState;

    State state = State::Head;
    ParseError error;
    QByteArray head; //!< becomes the request's own when it is complete
    quint64 chunkRemaining = 0; //!< bytes of the present chunk that are still to come

    //! Sets the first byte of the head, to which the offsets of all further views are relative.
    void setBase(const char *base) { m_base = base; }
    //! From now on fields are trailers: they must be well-formed and are ignored (RFC 9110 6.5.1).
    void beginTrailer() { m_isTrailer = true; }

    // Each returns false when it found a fault; see fault().
    bool takeRequestLine(QByteArrayView method, QByteArrayView target, int minorVersion);
    bool takeField(QByteArrayView name, QByteArrayView value);
    //! To be called when the grammar has read the whole head and \a head is complete.
    bool finishHead(bool isChunked, bool hasBody);
    void takeBody(QByteArrayView bytes);

    void markSecure() { m_request.m_isSecure = true; }
    void takeForwarded() { m_request.takeForwarded(); }
    bool fail(RequestFault fault); //!< returns false
    [[nodiscard]] bool hasFailed() const { return state == State::Error; }
    [[nodiscard]] bool isChunked() const { return m_isChunked; }
    [[nodiscard]] bool hasRequestLine() const { return m_request.m_method.length > 0; }
    [[nodiscard]] bool hasLength() const { return m_hasLength; }
    [[nodiscard]] bool hasCoding() const { return m_hasCoding; }

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] Request takeRequest() { return std::move(m_request); }
    //! What is known of a request that is incomplete or faulty; its head may lack the end.
    [[nodiscard]] Request partialRequest() const;
    //! To be called when \a bytes, the head so far, are faulty: what was read before the fault stays readable.
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
