// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/frame.h"

namespace pushlab::push {

//! Reads along with what a WebSocket client sends: counts the payload of its messages as it comes, and sees what QWebSocket
//! lets pass. A plain class, one per connection.
class FrameMeter
{
public:
    //! Takes the next bytes. False: they begin a frame that a client may not send (RFC 6455 5.1).
    bool feed(QByteArrayView bytes);

    //! The same in single steps, as FrameDecoder takes them.
    [[nodiscard]] std::optional<protocol::FrameHeader> next(QByteArrayView &bytes);
    [[nodiscard]] std::optional<qsizetype> nextStart(qsizetype size) const { return m_decoder.nextStart(size); }

    //! Payload of text and binary frames so far; all else is headers, masking keys and control frames.
    [[nodiscard]] qint64 payload() const { return m_payload; }

private:
    protocol::FrameDecoder m_decoder;
    qint64 m_payload = 0;
    bool m_isData = false; //!< the frame under way
};

} // namespace pushlab::push
