// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/http/trafficobserver.h"

#include <deque>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

class ConnectionAccounting;
class StreamListener;

//! An open-ended answer on its connection: writes its pieces, and books of them what has gone out, to the byte. Belongs to
//! the Connection.
class OpenStream final
{
public:
    //! The head of the answer has been written. All outlive it.
    OpenStream(io::CountingSocket &socket, ConnectionAccounting &accounting, StreamListener &listener, bool isChunked);
    Q_DISABLE_COPY_MOVE(OpenStream)

    [[nodiscard]] StreamListener &listener() const { return m_listener; }

    //! Of the payload, \a apart is to be told apart.
    void write(const StreamPiece &piece, const Apart &apart);
    //! Writes the end of the answer, and books all of it: what does not go out is taken back.
    void end();

    //! Books what has gone out since the last time.
    void book();
    //! The same when the connection has gone. Returns how many bytes never went out.
    [[nodiscard]] qint64 bookLast();

private:
    struct Waiting
    {
        StreamPiece piece;
        qint64 end; //!< in all that was written to the socket
    };

    void bookUpTo(qint64 passed);
    [[nodiscard]] qint64 payloadUpTo(qint64 passed);
    [[nodiscard]] Apart takeApart(qint64 payload);

    io::CountingSocket &m_socket;
    ConnectionAccounting &m_accounting;
    StreamListener &m_listener;
    std::deque<Waiting> m_waiting; //!< pieces that have not gone out whole when they were written, in their order
    qint64 m_payload = 0; //!< of the pieces that have
    qint64 m_bookedPayload = 0;
    qint64 m_bookedTo; //!< in all that was written to the socket
    Apart m_apart; //!< payload to be told apart, and not booked yet
    bool m_isChunked;
};

} // namespace pushlab::http
