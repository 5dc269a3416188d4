// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/http/trafficobserver.h"

namespace pushlab::http {

class Connection;
class OpenStream;
struct Response;

//! Told of what becomes of an open-ended answer. It outlives the answer.
class StreamListener
{
public:
    virtual ~StreamListener() = default;

    //! All that waited has been handed to the kernel.
    virtual void onStreamDrained() {}
    //! The answer has ended, though not by its StreamResponder: the reader has gone, or took too little for too long, or the
    //! server stops. Nothing can be written any more. It may destroy the StreamResponder and itself.
    virtual void onStreamEnded() = 0;
};

//! The right to go on with an answer that has no end yet: in chunks (RFC 9112 7.1), or until the connection's end for
//! HTTP/1.0. Move-only; destroyed, it ends the answer in order. What is pipelined behind the request waits until then. How
//! long nothing is written is its holder's: the connection has no clock for it, but for a reader who takes nothing of what
//! waits. Server's thread.
class StreamResponder final
{
public:
    StreamResponder() = default; //!< none
    StreamResponder(StreamResponder &&other) noexcept;
    StreamResponder &operator=(StreamResponder &&other) noexcept;
    ~StreamResponder() { end(); }
    StreamResponder(const StreamResponder &) = delete;
    StreamResponder &operator=(const StreamResponder &) = delete;

    //! Whether anything can be written.
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    //! Writes a sealed piece that is not empty; of its payload, \a apart is told apart. To a reader for whom
    //! HttpLimits::maxBacklog waits already it is not written: the answer ends, and with it the connection, as soon as the
    //! reader has taken that. Returns whether it was written.
    bool write(const StreamPiece &piece, const Apart &apart = {});
    //! Bytes that wait to be handed to the kernel.
    [[nodiscard]] qint64 backlog() const;

    //! Ends the answer; its connection is then free for the next request, or ends, too, when \a close. onStreamEnded() is not
    //! called.
    void end(bool close = false);

    //! To whose cost it goes from now on.
    void setCostCenter(const CostCenter &costCenter);
    //! Has the observer told of what has gone out since the last time; it is told by itself only at the end.
    void book();
    //! It is soon to be written to: a hint to fetch from memory what that takes.
    void prefetch() const;

private:
    friend class Connection;
    friend class Responder;
    explicit StreamResponder(Connection &connection);
    //! Ends the answer by the server's will.
    void interrupt();
    //! The reader has gone.
    void lose(const OpenStream &stream);
    //! Writes the \a head, without a body; none for a request that asks for no more, and when the reader has gone.
    [[nodiscard]] static StreamResponder begin(Connection &connection, const Response &head, StreamListener &listener);

    Connection *m_connection = nullptr; // the connection keeps the way back
};

} // namespace pushlab::http
