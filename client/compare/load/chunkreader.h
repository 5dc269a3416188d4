// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::compare {

//! Takes the chunks (RFC 9112 7.1) out of the body of an answer that goes on, one after another, however its bytes are cut. A
//! plain class.
class ChunkReader final
{
public:
    enum class State : quint8 { NeedMore, Chunk, Last, Malformed };

    //! Takes bytes from the front of \a bytes, up to the end of the chunk under way.
    State feed(QByteArrayView &bytes);

    //! The chunk that is complete, and all bytes that it took; until the next feed().
    [[nodiscard]] const QByteArray &chunk() const { return m_chunk; }
    [[nodiscard]] qint64 wireBytes() const { return m_wireBytes; }

    static constexpr qsizetype maxChunkBytes = 1024 * 1024; //!< far above what a host sends

private:
    [[nodiscard]] bool takeSize();

    QByteArray m_line; //!< of a size with its line's end, what has come
    QByteArray m_chunk;
    qint64 m_wireBytes = 0;
    qsizetype m_left = 0; //!< of the chunk and the line's end behind it
    bool m_isInChunk = false;
    bool m_isNew = true; //!< what was given is done with
};

} // namespace pushlab::compare
