// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/parsestate.h"
#include "server/http/request.h"

#include <QByteArrayView>

#include <memory>

namespace pushlab::http {

//! HTTP/1.1 requests out of a stream of bytes (RFC 9112), by Boost.Beast's parser. A plain class that
//! a connection owns and feeds; it knows no socket. After an error it takes nothing more until reset().
class RequestParser
{
public:
    using State = ParseState;

    RequestParser();
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    //! Parses the next bytes and returns how many were used: all of them, but never any behind the end of the request.
    qsizetype feed(QByteArrayView bytes);
    //! As feed(), but uses nothing behind the head, for requests whose body the caller may not want.
    qsizetype feedHead(QByteArrayView bytes);

    [[nodiscard]] State state() const;
    //! May be called from state Body on.
    [[nodiscard]] const Request &request() const;
    //! Notes that the present request came over TLS.
    void markSecure();
    //! Notes that a trusted proxy forwarded the request, see Request::takeForwarded(). In state Body or Complete.
    void takeForwarded();
    //! Returns the request and resets the parser. In state Complete.
    [[nodiscard]] Request takeRequest();
    //! What is wrong. In state Error.
    [[nodiscard]] const ParseError &error() const;
    //! What was understood of the present request before its fault: method, target and fields. In any state.
    [[nodiscard]] Request partialRequest() const;
    //! Whether the present request has the method HEAD; known as soon as the method is complete, and after an error, too.
    [[nodiscard]] bool isHead() const;
    //! Whether a byte was used since the last reset.
    [[nodiscard]] bool isMidRequest() const;
    //! The number of body bytes of the present request that have arrived, without the framing of chunks.
    [[nodiscard]] qsizetype bodySize() const;
    void reset();

private:
    class Machine;
    std::unique_ptr<Machine> m_machine; // Boost stays out of the header
};

} // namespace pushlab::http
