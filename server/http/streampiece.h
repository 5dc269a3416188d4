// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushlab::http {

//! A part of an open-ended answer, framed once and written to as many readers as are at the same place. A value, shared when
//! copied.
class StreamPiece final
{
public:
    StreamPiece() = default;

    //! The end of an answer that comes in chunks (RFC 9112 7.1).
    [[nodiscard]] static StreamPiece last();

    //! Adds bytes of the answer's body: what it carries, or what stands around that.
    void addPayload(QByteArrayView bytes);
    void addOverhead(QByteArrayView bytes) { m_bytes.append(bytes); }
    //! Nothing is added any more: puts the framing of a chunk around it.
    void seal();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! In chunks or, for HTTP/1.0, bare.
    [[nodiscard]] QByteArray bytes(bool isChunked) const { return isChunked ? m_bytes : m_bytes.sliced(m_bodyBegin, m_bodySize); }
    //! Bytes of it that are payload; of its first \a count, written in that way.
    [[nodiscard]] qint64 payload() const { return m_payload; }
    [[nodiscard]] qint64 payloadIn(qint64 count, bool isChunked) const;

private:
    struct Range
    {
        qsizetype begin;
        qsizetype end;
    };

    QByteArray m_bytes;
    QList<Range> m_ranges; //!< of the payload, ascending
    qsizetype m_bodyBegin = 0; //!< in m_bytes
    qsizetype m_bodySize = 0;
    qint64 m_payload = 0;
};

} // namespace pushlab::http
