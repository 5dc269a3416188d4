// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace pushlab::wire {

//! The content of a recorded request, answer, event or frame as its reader has it: without the framing of chunks, without a frame's
//! mask. Can be changed in place, without a change of its length. A value.
class Content
{
public:
    explicit Content(const TrafficRecord &record);

    [[nodiscard]] qsizetype begin() const { return m_begin; } //!< offset of the first byte behind head or header
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QByteArray &bytes() { return m_bytes; }
    void writeTo(QByteArray &record) const; //!< puts the content back, chunked and masked as it was

private:
    struct Piece
    {
        qsizetype from = 0; //!< in the record
        qsizetype size = 0;
    };

    void readChunks(QByteArrayView all);
    void readFrame(QByteArrayView all);
    void add(QByteArrayView all, qsizetype from, qsizetype size);
    void applyMask(QByteArray &bytes) const;

    qsizetype m_begin = 0;
    QByteArray m_bytes;
    QList<Piece> m_pieces;
    std::array<char, 4> m_mask{};
};

//! The length of the head of a request or an answer with its empty line; all of \a bytes when that is not in them.
[[nodiscard]] qsizetype headSize(QByteArrayView bytes);

} // namespace pushlab::wire
