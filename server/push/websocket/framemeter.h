// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/frame.h"

namespace pushlab::push {

//! Reads what a WebSocket client sends alongside QWebSocket: counts the payload of its messages as it arrives, and finds the
//! faults that QWebSocket accepts. A plain class, one per connection.
class FrameMeter
{
public:
    //! Reads the next bytes. Returns false when they begin a frame that a client may not send (RFC 6455 5.1).
    bool feed(QByteArrayView bytes);

    //! As feed(), in single steps, see FrameDecoder::next().
    [[nodiscard]] std::optional<protocol::FrameHeader> next(QByteArrayView &bytes);
    [[nodiscard]] std::optional<qsizetype> nextStart(qsizetype size) const { return m_decoder.nextStart(size); }

    //! Payload of text and binary frames so far; everything else is headers, masking keys and control frames.
    [[nodiscard]] qint64 payload() const { return m_payload; }

    [[nodiscard]] const protocol::FrameDecoder &decoder() const { return m_decoder; }

private:
    protocol::FrameDecoder m_decoder;
    qint64 m_payload = 0;
    bool m_isData = false; //!< the present frame is a text or binary frame, or continues one
};

} // namespace pushlab::push
