// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushlab::http {

//! A part of an open-ended answer, framed once and then written to every reader that is at the same position. A value; copies
//! share their data.
class StreamPiece final
{
public:
    StreamPiece() = default;

    //! The end of a chunked answer (RFC 9112 7.1).
    [[nodiscard]] static StreamPiece last();

    //! Adds bytes to the body, as payload or as other content.
    void addPayload(QByteArrayView bytes);
    void addOverhead(QByteArrayView bytes) { m_bytes.append(bytes); }
    //! Completes the piece: adds the framing of a chunk. Nothing can be added afterwards.
    void seal();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! The bytes to write: as a chunk, or for HTTP/1.0 without framing.
    [[nodiscard]] QByteArray bytes(bool isChunked) const { return isChunked ? m_bytes : m_bytes.sliced(m_bodyBegin, m_bodySize); }
    //! The payload bytes of the whole piece, or of its first \a count bytes, chunked or not.
    [[nodiscard]] qint64 payload() const { return m_payload; }
    [[nodiscard]] qint64 payloadIn(qint64 count, bool isChunked) const;

private:
    struct Range
    {
        qsizetype begin;
        qsizetype end;
    };

    QByteArray m_bytes;
    QList<Range> m_ranges; //!< ranges of m_bytes that are payload, ascending
    qsizetype m_bodyBegin = 0; //!< offset in m_bytes, behind the size of the chunk
    qsizetype m_bodySize = 0;
    qint64 m_payload = 0;
};

} // namespace pushlab::http
