// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

//! WebSocket frames (RFC 6455 5.2).
namespace pushlab::protocol {

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

//! Appends one whole, unmasked frame, as a host sends it.
void appendFrame(QByteArray &bytes, Opcode opcode, QByteArrayView payload);

//! The header of one frame.
struct FrameHeader
{
    quint64 payloadLength = 0;
    std::array<char, 4> maskingKey{}; //!< zeros when the frame is not masked
    quint8 opcode = 0; //!< 0 to 15; values without a name in Opcode are reserved
    quint8 reserved = 0; //!< RSV1 to RSV3 as the bits 4, 2 and 1
    quint8 headerLength = 0; //!< 2 to 14
    bool isFinal = false;
    bool isMasked = false;
};

//! Finds the frames in a stream of bytes, however it is split, and keeps no payload. A plain class, one per direction.
class FrameDecoder
{
public:
    //! Removes bytes from the front of \a bytes, up to the end of the next header or all of them; returns the header once it is
    //! complete. To be called until \a bytes is empty.
    [[nodiscard]] std::optional<FrameHeader> next(QByteArrayView &bytes);
    //! Bytes of the present frame's payload that next() has yet to read.
    [[nodiscard]] quint64 payloadLeft() const { return m_payloadLeft; }

    //! The offset in the next \a size bytes at which the next frame begins; nullopt when none begins there, or while a header is
    //! incomplete.
    [[nodiscard]] std::optional<qsizetype> nextStart(qsizetype size) const
    {
        return m_have == 0 && m_payloadLeft < quint64(size) ? std::optional(qsizetype(m_payloadLeft)) : std::nullopt;
    }

private:
    [[nodiscard]] qsizetype headerLength() const;
    [[nodiscard]] FrameHeader parse() const;

    std::array<uchar, 14> m_head{};
    quint64 m_payloadLeft = 0; //!< of the present frame
    qsizetype m_have = 0; //!< bytes in m_head
};

} // namespace pushlab::protocol
