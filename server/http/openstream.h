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

//! An open-ended answer on its connection: writes its pieces, and records to the byte what has gone out. Belongs to the
//! Connection.
class OpenStream final
{
public:
    //! The head of the answer must have been written. All arguments must outlive this object.
    OpenStream(io::CountingSocket &socket, ConnectionAccounting &accounting, StreamListener &listener, bool isChunked);
    Q_DISABLE_COPY_MOVE(OpenStream)

    [[nodiscard]] StreamListener &listener() const { return m_listener; }

    //! Writes \a piece, of whose payload \a apart is told apart.
    void write(const StreamPiece &piece, const Apart &apart);
    //! Writes the end of the answer and records all of it; bytes that do not go out are taken back later.
    void end();

    //! Records what has gone out since the last call.
    void record();
    //! As record(), when the connection has ended. Returns the number of bytes that never went out.
    [[nodiscard]] qint64 recordLast();

private:
    struct Waiting
    {
        StreamPiece piece;
        qint64 end; //!< position behind the piece in all that was written to the socket
    };

    void recordUpTo(qint64 passed);
    [[nodiscard]] qint64 payloadUpTo(qint64 passed);
    [[nodiscard]] Apart takeApart(qint64 payload);

    io::CountingSocket &m_socket;
    ConnectionAccounting &m_accounting;
    StreamListener &m_listener;
    std::deque<Waiting> m_waiting; //!< pieces that had not gone out completely when they were written, in order
    qint64 m_payload = 0; //!< payload of the pieces that have gone out
    qint64 m_recordedPayload = 0;
    qint64 m_recordedTo; //!< position in all that was written to the socket
    Apart m_apart; //!< payload to be told apart that was not recorded yet
    bool m_isChunked;
};

} // namespace pushlab::http
