// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushlab::compare {

//! Extracts the chunks (RFC 9112 7.1) from the body of an open-ended answer, one after another, however its bytes are split. A
//! plain class.
class ChunkReader final
{
public:
    enum class State : quint8 { NeedMore, Chunk, Last, Malformed };

    //! Removes bytes from the front of \a bytes, up to the end of the present chunk.
    State feed(QByteArrayView &bytes);

    //! The data of the chunk that is complete; valid until the next feed().
    [[nodiscard]] const QByteArray &chunk() const { return m_chunk; }
    [[nodiscard]] qint64 wireBytes() const { return m_wireBytes; }

    static constexpr qsizetype maxChunkBytes = 1024 * 1024; //!< far above what a host sends

private:
    [[nodiscard]] bool takeSize();

    QByteArray m_line; //!< the part of a size line that has arrived
    QByteArray m_chunk;
    qint64 m_wireBytes = 0;
    qsizetype m_left = 0; //!< bytes of the chunk, and of the line end behind it, that are still to come
    bool m_isInChunk = false;
    bool m_isNew = true; //!< the former chunk was taken; the next one begins
};

} // namespace pushlab::compare
