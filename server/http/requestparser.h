// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/request.h"

#include <QByteArrayView>

#include <memory>

namespace pushlab::http {

//! What is wrong with a request: the status to answer and what to say.
struct ParseError
{
    int status = 400;
    QByteArray code; //!< stable, for programs: "bad-request", "header-too-large", …
    QByteArray text; //!< English, says what to do
};

//! HTTP/1.1 requests out of a stream of bytes (RFC 9112), by Boost.Beast's parser. A plain class that
//! a connection owns and feeds; it knows no socket. After an error it takes nothing more until reset().
class RequestParser
{
public:
    enum class State : quint8 {
        Head, //!< the header section is not complete
        Body, //!< request() is complete but for its body
        Complete, //!< takeRequest()
        Error //!< error(); the connection must be closed after the answer
    };

    RequestParser();
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    //! Takes the next bytes and says how many it took: all of them, but never one past the end of the request.
    qsizetype feed(QByteArrayView bytes);
    //! The same, but nothing behind the head: the body may be none of the reader's business.
    qsizetype feedHead(QByteArrayView bytes);

    [[nodiscard]] State state() const;
    //! From state Body on.
    [[nodiscard]] const Request &request() const;
    //! The request under way came over TLS.
    void markSecure();
    //! A trusted proxy passed it on, see Request. In state Body or Complete.
    void takeForwarded();
    //! In state Complete; afterwards the parser is as new.
    [[nodiscard]] Request takeRequest();
    //! In state Error.
    [[nodiscard]] const ParseError &error() const;
    //! Of the request under way, what was understood of it before its fault: method, target and fields. In any state.
    [[nodiscard]] Request partialRequest() const;
    //! Whether the request under way is a HEAD, as soon as its method is there, and after an error, too.
    [[nodiscard]] bool isHead() const;
    //! Whether it holds a part of a request (a byte was taken since it was new).
    [[nodiscard]] bool isMidRequest() const;
    //! Of the body of the request under way, what has come: without the framing of chunks.
    [[nodiscard]] qsizetype bodySize() const;
    void reset();

private:
    class Machine;
    std::unique_ptr<Machine> m_machine; // Boost stays out of the header
};

} // namespace pushlab::http
