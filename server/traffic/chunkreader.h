// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::traffic {

//! Tells framing and data of chunks (RFC 9112 7.1) apart, however the bytes are split. A value, one per body.
class ChunkReader
{
public:
    //! Bytes from the front of those that were asked about.
    struct Run
    {
        qsizetype size = 0;
        bool isData = false;
    };

    //! The bytes at the front that are all data, or all framing; at least one. \a bytes must not be empty, nor all be read.
    [[nodiscard]] Run next(QByteArrayView bytes);
    [[nodiscard]] bool isOver() const { return m_state == State::Over; } //!< the empty line behind the last chunk was read
    [[nodiscard]] bool isInData() const { return m_state == State::Data; }
    [[nodiscard]] bool isBetween() const
    {
        return m_state == State::Size && m_isFresh;
    } //!< a chunk has ended, no other has begun

private:
    enum class State : quint8 { Size, Data, End, Trailer, Over };

    void readSize(char byte);

    State m_state = State::Size;
    bool m_isFresh = true; //!< nothing of the size line was read
    bool m_isInExtension = false;
    qint64 m_left = 0; //!< data of the chunk; while its size line is read: its size so far
    qsizetype m_line = 0; //!< bytes in the trailer's line
};

} // namespace pushlab::traffic
