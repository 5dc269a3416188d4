// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/http/trafficobserver.h"

namespace pushlab::http {

class Connection;
class OpenStream;
struct Response;

//! Is told what happens to an open-ended answer, which it must outlive.
class StreamListener
{
public:
    virtual ~StreamListener() = default;

    //! Everything that was written has been handed to the kernel.
    virtual void onStreamDrained() {}
    //! The answer has ended other than by its StreamResponder: the client disconnected or was too slow for too long, or the
    //! server stops. Nothing more can be written. The StreamResponder and this object may be destroyed from within the call.
    virtual void onStreamEnded() = 0;
};

//! Continues an answer that has no end yet: in chunks (RFC 9112 7.1), or for HTTP/1.0 until the connection closes. Move-only; its
//! destructor ends the answer properly. Requests pipelined behind it wait until then. The connection sets no limit to how long
//! nothing is written, but closes when a reader takes nothing of what waits for it. Server's thread.
class StreamResponder final
{
public:
    StreamResponder() = default; //!< an object that is not open
    StreamResponder(StreamResponder &&other) noexcept;
    StreamResponder &operator=(StreamResponder &&other) noexcept;
    ~StreamResponder() { end(); }
    StreamResponder(const StreamResponder &) = delete;
    StreamResponder &operator=(const StreamResponder &) = delete;

    //! Whether anything can be written.
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    //! Writes a sealed piece that is not empty; \a apart of its payload is told apart. When HttpLimits::maxBacklog bytes already
    //! wait for the reader, nothing is written: the answer ends, and the connection as soon as the reader has taken those.
    //! Returns whether the piece was written.
    bool write(const StreamPiece &piece, const Apart &apart = {});
    //! The number of bytes that wait to be handed to the kernel.
    [[nodiscard]] qint64 backlog() const;

    //! Ends the answer; its connection is then free for the next request, or closes when \a close. onStreamEnded() is not called.
    void end(bool close = false);

    //! Sets the cost center for what is written from now on.
    void setCostCenter(const CostCenter &costCenter);
    //! Reports what has gone out since the last time to the observer, which otherwise hears of it only at the end.
    void record();
    //! Hint that write() will soon be called: prefetches the memory that it uses.
    void prefetch() const;

private:
    friend class Connection;
    friend class Responder;
    explicit StreamResponder(Connection &connection);
    //! Ends the answer because the server stops.
    void interrupt();
    //! The client has disconnected.
    void lose(const OpenStream &stream);
    //! Writes the \a head, without a body. The result is not open for a HEAD request, or when the client has disconnected.
    [[nodiscard]] static StreamResponder begin(Connection &connection, const Response &head, StreamListener &listener);

    Connection *m_connection = nullptr; // updated by the connection; null when not open
};

} // namespace pushlab::http
